package linxi.allinone.crash;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** A shipment as the clerks believe it to be, and what may come next. Its lock keeps two clerks' words apart. */
final class Trip {
    final String id;
    final String origin;
    final String market;
    final boolean sale;
    final List<Load> loads;
    String state = "LOGGED";
    Instant time;
    boolean disputed;
    boolean settled;

    Trip(String id, String origin, String market, boolean sale, List<Load> loads, Instant time) {
        this.id = id;
        this.origin = origin;
        this.market = market;
        this.sale = sale;
        this.loads = List.copyOf(loads);
        this.time = time;
    }

    synchronized List<Step> next(RandomGenerator random) {
        int dice = random.nextInt(100);
        return switch (state) {
            case "LOGGED" ->
                List.of(dice < 85 ? go(random, "dispatch", origin, "IN_TRANSIT") : end(random, "cancellation", origin));
            case "IN_TRANSIT" -> List.of(onTheRoad(random, dice));
            case "ARRIVED" -> List.of(dice < 90 ? receipt(random, dice < 60) : end(random, "rejection", market));
            case "PARTLY" -> List.of(receipt(random, dice < 70));
            case "RECEIVED" -> settled ? List.of() : List.of(received(random, dice));
            case "rejection" -> back(random);
            default -> List.of();
        };
    }

    private Step onTheRoad(RandomGenerator random, int dice) {
        if (dice < 45) {
            return go(random, "arrival", market, "ARRIVED");
        }
        if (dice < 85) {
            return receipt(random, true);
        }
        return dice < 93 ? end(random, "loss", dice % 2 == 0 ? origin : market) : end(random, "rejection", market);
    }

    private Step received(RandomGenerator random, int dice) {
        if (dice < 30) {
            return say(random, "discrepancy-agreement", origin, "{'at':'%s'}", _ -> disputed = false);
        }
        if (dice < 40) {
            return say(random, "discrepancy-dispute", origin, "{'reason':'数量不符','at':'%s'}", _ -> disputed = true);
        }
        return dice < 60
                ? correction(random)
                : back(random).stream().findFirst().orElseGet(() -> correction(random));
    }

    private Step go(RandomGenerator random, String verb, String party, String next) {
        return say(random, verb, party, "{'at':'%s'}", _ -> state = next);
    }

    private Step end(RandomGenerator random, String verb, String party) {
        return say(random, verb, party, "{'reason':'天气','at':'%s'}", _ -> {
            state = verb;
            loads.forEach(load -> load.rejected = verb.equals("rejection") ? load.dispatched : 0);
        });
    }

    private Step receipt(RandomGenerator random, boolean complete) {
        var words = loads.stream()
                .map(load -> load.word(random, complete ? load.open() : random.nextLong(load.open() + 1), false))
                .toList();
        var body = "{'lines':[%s],'final':%s,'at':'%%s'}".formatted(lines(words), complete);
        return say(random, "receipts", market, body, _ -> {
            words.forEach(Load.Word::spoken);
            state = complete ? "RECEIVED" : "PARTLY";
        });
    }

    private Step correction(RandomGenerator random) {
        var load = Town.any(loads, random);
        var word = load.word(random, load.dispatched, true);
        var body = "{'lines':[%s],'reason':'复核','at':'%%s'}".formatted(lines(List.of(word)));
        return say(random, "receipt-corrections", market, body, _ -> {
            word.spoken();
            disputed = false;
        });
    }

    /** Some rejected goods reach the origin again. */
    private List<Step> back(RandomGenerator random) {
        for (var load : loads) {
            long away = load.rejected - load.back;
            if (away > 0) {
                long amount = random.nextLong(1, away + 1);
                var body = "{'lines':[{'lot':'%s','quantity':{'amount':%d,'unit':'%s'}}],'at':'%%s'}"
                        .formatted(load.lot, amount, load.unit);
                return List.of(say(random, "return-receipt", origin, body, _ -> load.back += amount));
            }
        }
        return List.of();
    }

    private static String lines(List<Load.Word> words) {
        return words.stream().map(Load.Word::json).collect(Collectors.joining(","));
    }

    private Step say(RandomGenerator random, String verb, String party, String body, Consumer<Trip> then) {
        var at = time.plus(random.nextLong(1, 40 * 60), ChronoUnit.MINUTES);
        var command = Command.of(random, "shipments/" + id + "/" + verb, party, body.formatted(at));
        return new Step(command, () -> {
            synchronized (this) {
                time = at;
                then.accept(this);
            }
        });
    }

    synchronized boolean canBeSettled() {
        return sale && state.equals("RECEIVED") && !settled && !disputed;
    }

    synchronized Instant time() {
        return time;
    }

    synchronized void settled(boolean now, Instant at) {
        settled = now;
        time = at;
    }

    /** Lines of which something can still come back after the sale. */
    synchronized List<Load> kept() {
        var kept = new ArrayList<Load>();
        for (var load : loads) {
            if (load.accepted > load.returned) {
                kept.add(load);
            }
        }
        return kept;
    }
}
