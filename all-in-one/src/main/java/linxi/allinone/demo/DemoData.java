package linxi.allinone.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What {@code demo-data.json} says. Each entry names its source: a row of the article, or "assumed". */
public record DemoData(
        Map<String, String> note,
        List<Party> parties,
        List<Product> products,
        List<Households> households,
        List<String> statuses,
        List<Agreement> agreements,
        Map<String, Map<String, Integer>> deductions,
        List<Flow> flows,
        List<Incident> incidents,
        List<Donation> donations) {

    record Party(
            String id,
            String kind,
            String zh,
            String en,
            @Nullable String region,
            @Nullable String district,
            String source) {}

    record Product(
            String id,
            String kind,
            String zh,
            String en,
            @Nullable String brand,
            String baseUnit,
            Map<String, Long> packs,
            String source) {}

    /** {@code count} households with keys such as DK0001, spread over the villages. */
    record Households(String prefix, int count, List<String> villages, String source) {
        String key(int index) {
            return "%s%04d".formatted(prefix, index % count + 1);
        }
    }

    record Agreement(
            String id,
            String origin,
            List<String> products,
            String prefix,
            Map<String, Integer> paths,
            String source) {}

    record Amount(long amount, String unit) {}

    record Price(long fen, String per) {}

    /** Where a shipment goes, and how much of a lot where the lot is split. */
    record Destination(
            String market,
            String channel,
            @Nullable Long amount,
            @Nullable String unit) {}

    /** A row of lots, each shipped whole to the next of {@code rotation} or divided by {@code split}. */
    record Flow(
            String name,
            String origin,
            String product,
            LocalDate from,
            int lots,
            double everyDays,
            Amount lot,
            @Nullable String prefix,
            int contributors,
            Price price,
            @Nullable List<Destination> rotation,
            @Nullable List<Destination> split,
            String source) {
        LocalDate day(int index) {
            return from.plusDays((long) (index * everyDays));
        }
    }

    record Incident(
            String shipment,
            String kind,
            @Nullable Long amount,
            @Nullable String unit,
            String reason) {}

    record GiftLine(String product, long amount, String unit) {}

    record Donation(String id, String origin, String market, LocalDate on, List<GiftLine> lines, String source) {}

    public static DemoData read() {
        var mapper = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
        try (var file = Objects.requireNonNull(DemoData.class.getResourceAsStream("demo-data.json"))) {
            return mapper.readValue(file, DemoData.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A little of each thing. */
    public DemoData small() {
        var few = households.stream()
                .map(h -> new Households(h.prefix(), Math.min(20, h.count()), h.villages(), h.source()))
                .toList();
        var shorter = flows.stream().map(DemoData::shortened).toList();
        return new DemoData(
                note, parties, products, few, statuses, agreements, deductions, shorter, incidents, donations);
    }

    private static Flow shortened(Flow flow) {
        return new Flow(
                flow.name(),
                flow.origin(),
                flow.product(),
                flow.from(),
                Math.min(6, flow.lots()),
                flow.everyDays(),
                flow.lot(),
                flow.prefix(),
                Math.min(5, flow.contributors()),
                flow.price(),
                flow.rotation(),
                flow.split(),
                flow.source());
    }

    Households households(String prefix) {
        return households.stream()
                .filter(h -> h.prefix().equals(prefix))
                .findFirst()
                .orElseThrow();
    }
}
