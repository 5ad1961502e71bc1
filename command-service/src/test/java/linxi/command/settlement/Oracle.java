package linxi.command.settlement;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import linxi.command.agreement.AgreementVersion;
import linxi.events.Contribution;
import linxi.events.IncomePath;
import linxi.events.LotId;
import org.jspecify.annotations.Nullable;

/**
 * The attribution of the domain rules once more, slowly: text keys, sorted maps and fractions of any size, written
 * from the rules and not from the program.
 */
final class Oracle {
    private static final BigInteger MICRO = BigInteger.valueOf(1_000_000);

    /** By {@code agreement/path/household}. */
    final SortedMap<String, BigInteger> carries = new TreeMap<>();

    /** A line with the gross that counts; without terms where no version covers it. */
    record Line(
            LotId lot, String product, long gross, @Nullable AgreementVersion terms) {
        String group() {
            return terms == null ? "~none" : terms.agreement() + "/" + terms.version() + "/" + product;
        }
    }

    /** Fen and entitlement by {@code agreement/version/product|path|household}. */
    static final class Answer {
        final SortedMap<String, List<BigInteger>> lines = new TreeMap<>();
        BigInteger unattributed = BigInteger.ZERO;
    }

    Answer share(long net, List<Line> lines, Map<LotId, List<Contribution>> contributions) {
        var answer = new Answer();
        var groups = new TreeMap<String, List<Line>>();
        for (var line : lines) {
            groups.computeIfAbsent(line.group(), _ -> new ArrayList<>()).add(line);
        }
        var weights = new TreeMap<String, BigInteger>();
        groups.forEach((key, members) -> weights.put(key, gross(members)));
        var sign = BigInteger.valueOf(Long.signum(net));
        largestRemainder(BigInteger.valueOf(net).abs(), weights).forEach((key, amount) -> {
            var members = groups.getOrDefault(key, List.of());
            var terms = members.getFirst().terms();
            if (terms == null) {
                answer.unattributed = answer.unattributed.add(amount.multiply(sign));
            } else {
                group(key, terms, members, amount, sign, contributions, answer);
            }
        });
        return answer;
    }

    private void group(
            String key,
            AgreementVersion terms,
            List<Line> lines,
            BigInteger amount,
            BigInteger sign,
            Map<LotId, List<Contribution>> contributions,
            Answer answer) {
        var points = new TreeMap<String, BigInteger>();
        terms.paths().forEach((path, share) -> points.put(path.name(), BigInteger.valueOf(share)));
        largestRemainder(amount, points).forEach((path, part) -> {
            var weights = new TreeMap<String, BigInteger>();
            var pool = part;
            if (path.equals("ORDER_PURCHASE")) {
                var split = new TreeMap<String, BigInteger>();
                split.put("1 known", BigInteger.ZERO);
                split.put("2 anonymous", BigInteger.ZERO);
                lines.forEach(line -> split.merge(
                        contributions.getOrDefault(line.lot(), List.of()).isEmpty() ? "2 anonymous" : "1 known",
                        BigInteger.valueOf(line.gross()),
                        BigInteger::add));
                pool = largestRemainder(part, split).getOrDefault("1 known", BigInteger.ZERO);
                contributed(lines, contributions, weights);
            } else {
                var members = terms.members().get(IncomePath.valueOf(path));
                if (members != null) {
                    members.forEach((household, weight) -> weights.put(household.value(), BigInteger.valueOf(weight)));
                }
            }
            if (sum(weights).signum() == 0) {
                pool = BigInteger.ZERO;
            }
            answer.unattributed = answer.unattributed.add(part.subtract(pool).multiply(sign));
            pay(key + "|" + path + "|", terms.agreement() + "/" + path + "/", pool, sign, weights, answer);
        });
    }

    private static void contributed(
            List<Line> lines, Map<LotId, List<Contribution>> contributions, SortedMap<String, BigInteger> weights) {
        var lots = new TreeMap<String, BigInteger>();
        lines.forEach(line -> lots.merge(line.lot().value(), BigInteger.valueOf(line.gross()), BigInteger::add));
        lots.forEach((lot, gross) -> {
            var amounts = new TreeMap<String, BigInteger>();
            for (var one : contributions.getOrDefault(new LotId(lot), List.of())) {
                amounts.put(one.household().value(), BigInteger.valueOf(one.amount()));
            }
            largestRemainder(gross.multiply(MICRO), amounts)
                    .forEach((household, weight) -> weights.merge(household, weight, BigInteger::add));
        });
    }

    private void pay(
            String key,
            String carryKey,
            BigInteger pool,
            BigInteger sign,
            SortedMap<String, BigInteger> weights,
            Answer answer) {
        var entitled = largestRemainder(pool.multiply(MICRO), weights);
        var paid = new TreeMap<String, BigInteger>();
        entitled.forEach((household, micro) -> paid.put(household, micro.divide(MICRO)));
        for (var missing = pool.subtract(sum(paid)); missing.signum() > 0; missing = missing.subtract(BigInteger.ONE)) {
            var next = "";
            @Nullable BigInteger most = null;
            for (var one : entitled.entrySet()) {
                var household = one.getKey();
                var whole = one.getValue().divide(MICRO);
                var owed = carries.getOrDefault(carryKey + household, BigInteger.ZERO)
                        .add(one.getValue().subtract(whole.multiply(MICRO)).multiply(sign))
                        .multiply(sign);
                boolean free = whole.equals(paid.get(household))
                        && weights.getOrDefault(household, BigInteger.ZERO).signum() > 0;
                if (free && (most == null || owed.compareTo(most) > 0)) {
                    next = household;
                    most = owed;
                }
            }
            paid.merge(next, BigInteger.ONE, BigInteger::add);
        }
        entitled.forEach((household, micro) -> {
            var fen = paid.getOrDefault(household, BigInteger.ZERO);
            if (micro.signum() != 0 || fen.signum() != 0) {
                answer.lines.put(key + household, List.of(fen.multiply(sign), micro.multiply(sign)));
                move(carryKey + household, micro.subtract(fen.multiply(MICRO)).multiply(sign));
            }
        });
    }

    void move(String carryKey, BigInteger by) {
        carries.merge(carryKey, by, BigInteger::add);
    }

    static SortedMap<String, BigInteger> largestRemainder(BigInteger amount, SortedMap<String, BigInteger> weights) {
        var shares = new TreeMap<String, BigInteger>();
        var total = sum(weights);
        if (total.signum() == 0 || amount.signum() == 0) {
            weights.keySet().forEach(key -> shares.put(key, BigInteger.ZERO));
            return shares;
        }
        weights.forEach((key, weight) -> shares.put(key, amount.multiply(weight).divide(total)));
        var order = new ArrayList<>(weights.keySet());
        order.sort((one, other) -> rest(amount, weights, other, total).compareTo(rest(amount, weights, one, total)));
        int missing = amount.subtract(sum(shares)).intValueExact();
        order.subList(0, missing).forEach(key -> shares.merge(key, BigInteger.ONE, BigInteger::add));
        return shares;
    }

    private static BigInteger rest(
            BigInteger amount, SortedMap<String, BigInteger> weights, String key, BigInteger total) {
        return amount.multiply(weights.getOrDefault(key, BigInteger.ZERO)).mod(total);
    }

    private static BigInteger gross(List<Line> lines) {
        return lines.stream().map(line -> BigInteger.valueOf(line.gross())).reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static BigInteger sum(SortedMap<String, BigInteger> amounts) {
        return amounts.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    }
}
