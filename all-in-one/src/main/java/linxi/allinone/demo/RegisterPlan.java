package linxi.allinone.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Parties, products, households and agreements. */
final class RegisterPlan {
    private static final String FROM = "2020-01-01";

    private final DemoData data;
    private final String office;

    RegisterPlan(DemoData data) {
        this.data = data;
        this.office = data.parties().getFirst().id();
    }

    List<Stage> stages() {
        var first = party(data.parties().getFirst(), true);
        var parties = data.parties().stream().skip(1).map(p -> party(p, false));
        return List.of(
                new Stage(List.of(List.of(first))),
                alone(parties.toList()),
                alone(data.products().stream().map(this::product).toList()),
                alone(data.households().stream()
                        .flatMap(h -> households(h).stream())
                        .toList()),
                alone(data.agreements().stream().map(this::agreement).toList()));
    }

    private static Stage alone(List<Step> steps) {
        return new Stage(steps.stream().map(List::of).toList());
    }

    private Step party(DemoData.Party party, boolean first) {
        var body = new LinkedHashMap<String, Object>();
        body.put("id", party.id());
        body.put("kind", party.kind());
        body.put("name", new TreeMap<>(Map.of("zh", party.zh(), "en", party.en())));
        if (party.region() != null) {
            body.put("region", party.region());
        }
        if (party.district() != null) {
            body.put("district", party.district());
        }
        return new Step("/api/parties", first ? null : office, new TreeMap<>(body));
    }

    private Step product(DemoData.Product product) {
        var body = new TreeMap<String, Object>(Map.of(
                "id", product.id(),
                "kind", product.kind(),
                "name", new TreeMap<>(Map.of("zh", product.zh(), "en", product.en())),
                "baseUnit", product.baseUnit()));
        if (product.brand() != null) {
            body.put("brand", product.brand());
        }
        var packs = new ArrayList<Map<String, ?>>();
        new TreeMap<>(product.packs())
                .forEach((name, contains) -> packs.add(new TreeMap<>(Map.of("name", name, "contains", contains))));
        body.put("packs", packs);
        return new Step("/api/products", office, body);
    }

    private List<Step> households(DemoData.Households group) {
        var steps = new ArrayList<Step>();
        for (int i = 0; i < group.count(); i++) {
            steps.add(new Step(
                    "/api/households",
                    office,
                    new TreeMap<>(Map.of(
                            "id", group.key(i),
                            "village", group.villages().get(i % group.villages().size()),
                            "status", data.statuses().get(i % data.statuses().size()),
                            "statusFrom", FROM))));
        }
        return steps;
    }

    private Step agreement(DemoData.Agreement agreement) {
        return new Step(
                "/api/agreements",
                agreement.origin(),
                new TreeMap<>(Map.of(
                        "id", agreement.id(),
                        "origin", agreement.origin(),
                        "products", agreement.products(),
                        "validFrom", FROM,
                        "paths", new TreeMap<>(agreement.paths()),
                        "members", members(agreement))));
    }

    /** Every path has its own circle of members, with small whole weights. */
    private Map<String, Map<String, Long>> members(DemoData.Agreement agreement) {
        var group = data.households(agreement.prefix());
        var members = new TreeMap<String, Map<String, Long>>();
        for (var path : agreement.paths().keySet()) {
            if (!path.equals("ORDER_PURCHASE")) {
                var weights = new TreeMap<String, Long>();
                int every = 2 + path.length() % 3;
                for (int i = path.length() % every; i < group.count(); i += every) {
                    weights.put(group.key(i), 1L + (i * 7L + path.length()) % 5);
                }
                members.put(path, weights);
            }
        }
        return members;
    }
}
