package linxi.bench.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import linxi.bench.Benchmark;
import linxi.bench.Machine;
import linxi.bench.Plan;
import linxi.bench.Row;
import linxi.bench.Spread;
import linxi.bench.Target;

/** Row 8. */
public final class FreshBenchmark implements Benchmark {
    private static final int CLERKS = 32;
    private static final int SECONDS = 10;
    /** One command in so many is asked after. */
    private static final int ASKED = 10;

    @Override
    public String name() {
        return "fresh";
    }

    @Override
    public String description() {
        return "Store, broker and both services in one process; shipments posted for " + SECONDS + " s a round at half"
                + " of the rate that 64 connections reach with all of it running; of every tenth, the time from its"
                + " acknowledgement until the query service has answered with it.";
    }

    @Override
    public List<Row> run(Plan plan) throws Exception {
        try (var machine = Machine.start(plan.folder());
                var services = Services.start(machine, true)) {
            double most = 0;
            for (int i = 0; i < 3; i++) {
                most = HttpBenchmark.perSecond(services, "/api/shipments");
                plan.say().accept(Spread.shown(most) + " commands/s at most");
            }
            var rows =
                    new ArrayList<>(rows(plan, services, most / 2, "", new Target.AtMost(25), new Target.AtMost(150)));
            var none = new Target.None();
            rows.addAll(rows(plan, services, most / 10, ", at a fifth of that", none, none));
            return rows;
        }
    }

    private static List<Row> rows(
            Plan plan, Services services, double perSecond, String when, Target ofMedian, Target ofTail)
            throws Exception {
        var medians = new double[plan.rounds()];
        var tails = new double[plan.rounds()];
        for (int round = -plan.warmups(); round < plan.rounds(); round++) {
            var millis = round(services, perSecond);
            plan.say()
                    .accept("%d asked after: median %s ms, 99 %% %s ms"
                            .formatted(millis.length, Spread.shown(at(millis, 50)), Spread.shown(at(millis, 99))));
            if (round >= 0) {
                medians[round] = at(millis, 50);
                tails[round] = at(millis, 99);
            }
        }
        var rate = Spread.shown(perSecond) + " commands/s";
        return List.of(
                new Row("seen by a query, median, in ms" + when, rate, "–", Spread.of(medians), ofMedian),
                new Row("seen by a query, 99 %, in ms" + when, rate, "–", Spread.of(tails), ofTail));
    }

    private static double at(double[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    /** @return milliseconds, sorted */
    private static double[] round(Services services, double perSecond) throws Exception {
        int count = (int) (perSecond * SECONDS);
        var lots = services.lots(count / 10 + 1);
        var next = new AtomicInteger();
        var seen = new ConcurrentLinkedQueue<Double>();
        long began = System.nanoTime();
        try (var clerks = Executors.newFixedThreadPool(CLERKS)) {
            var working = new ArrayList<Future<?>>();
            for (int clerk = 0; clerk < CLERKS; clerk++) {
                working.add(clerks.submit(() -> {
                    try (var commands = new Connection(services.commandPort());
                            var queries = new Connection(services.queryPort())) {
                        for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                            awaitUntil(began + (long) (i * 1e9 / perSecond));
                            ship(commands, queries, lots[i % lots.length], i % ASKED == 0 ? seen : null);
                        }
                    }
                }));
            }
            for (var each : working) {
                var _ = each.get();
            }
        }
        var millis = seen.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(millis);
        return millis;
    }

    private static void awaitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static void ship(
            Connection commands,
            Connection queries,
            String lot,
            @org.jspecify.annotations.Nullable ConcurrentLinkedQueue<Double> seen) {
        var id = UUID.randomUUID().toString();
        var done = Services.post(commands, "/api/shipments", "coop", Services.shipment(id, lot));
        if (seen != null) {
            long acknowledged = System.nanoTime();
            var answer = queries.get("/api/shipments/" + id + "?atLeast=" + done.position());
            if (answer.status() != 200) {
                throw new IllegalStateException("not seen: " + answer);
            }
            seen.add((System.nanoTime() - acknowledged) / 1e6);
        }
    }
}
