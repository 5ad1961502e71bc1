package linxi.allinone.crash;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.random.RandomGenerator;

/** A settlement as the clerks believe it to be, and what may come next. */
final class Deal {
    private final String id;
    private final String origin;
    private final String market;
    private final List<Trip> trips;
    private String state = "OPEN";
    private Instant time;

    Deal(String id, List<Trip> trips, Instant time) {
        this.id = id;
        this.origin = trips.getFirst().origin;
        this.market = trips.getFirst().market;
        this.trips = List.copyOf(trips);
        this.time = time;
    }

    synchronized List<Step> next(RandomGenerator random) {
        int dice = random.nextInt(100);
        return switch (state) {
            case "OPEN" ->
                List.of(dice < 85 ? say(random, "agreement", market, "{'at':'%s'}", "AGREED") : reversal(random));
            case "AGREED" ->
                dice < 45
                        ? List.of(say(random, "payment", market, "{'reference':'银行回单','at':'%s'}", "PAID"))
                        : dice < 85 ? returned(random) : List.of(reversal(random));
            case "PAID" -> dice < 70 ? returned(random) : dice < 85 ? List.of(reversal(random)) : List.of();
            default -> List.of();
        };
    }

    private Step reversal(RandomGenerator random) {
        var party = random.nextBoolean() ? origin : market;
        return say(random, "reversal", party, "{'reason':'重算','at':'%s'}", "REVERSED");
    }

    private List<Step> returned(RandomGenerator random) {
        var trip = Town.any(trips, random);
        var kept = trip.kept();
        if (kept.isEmpty()) {
            return List.of();
        }
        var load = Town.any(kept, random);
        long most = load.accepted - load.returned;
        long amount = random.nextInt(5) == 0 ? most : random.nextLong(1, most / 4 + 2);
        var line = "{'shipment':'%s','lot':'%s','quantity':{'amount':%d,'unit':'%s'}}"
                .formatted(trip.id, load.lot, amount, load.unit);
        var step = say(random, "returns", market, "{'lines':[" + line + "],'reason':'变质','at':'%s'}", state);
        return List.of(new Step(step.command(), () -> {
            step.then().run();
            synchronized (trip) {
                load.returned += amount;
            }
        }));
    }

    private Step say(RandomGenerator random, String verb, String party, String body, String next) {
        var at = time.plus(random.nextLong(1, 60 * 60), ChronoUnit.MINUTES);
        var command = Command.of(random, "settlements/" + id + "/" + verb, party, body.formatted(at));
        return new Step(command, () -> {
            synchronized (this) {
                time = at;
                state = next;
            }
            if (next.equals("REVERSED")) {
                trips.forEach(trip -> trip.settled(false, at));
            }
        });
    }
}
