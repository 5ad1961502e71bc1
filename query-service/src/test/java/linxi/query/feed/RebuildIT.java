package linxi.query.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import linxi.query.feed.Samples.Counter;
import linxi.query.mongo.Catalog;
import linxi.query.mongo.Catalogs;
import linxi.query.mongo.NotServed;
import org.junit.jupiter.api.Test;

/** Read models are built anew beside those that are served, on a real broker and a server of MongoDB's protocol. */
class RebuildIT extends RebuildRig {
    @Test
    void answersStayTrueWhileTwoInstancesSwapUnderLoad() throws Exception {
        send(2_000);
        var one = instance(Samples.projections());
        var two = instance(Samples.projections());
        awaitFolded(one);
        var done = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var load = threads.submit(() -> load(List.of(one, two), done));
            var answers = List.of(threads.submit(() -> ask(one, done)), threads.submit(() -> ask(two, done)));
            for (int round = 0; round < 3; round++) {
                rebuild(Samples.projections()).run(round == 1 ? List.of("counter") : List.of(), _ -> {});
                Thread.sleep(1_500);
            }
            done.set(true);
            System.out.println("sent under load: " + load.get());
            for (var answer : answers) {
                System.out.println("answers checked: " + answer.get());
                assertThat(answer.get()).isPositive();
            }
        }
        awaitFolded(one);
        awaitFolded(two);
        assertThat(catalog().serving().epoch()).isEqualTo(7);
        assertThat(one.views().collection("counter").getNamespace().getCollectionName())
                .isEqualTo("view_counter_6");
        assertDocuments(Samples.projections());
        awaitTrue(() -> catalog().superseded().isEmpty());
        assertThat(collections())
                .contains("view_order_6")
                .doesNotContain("view_order", "view_order_2", "view_counter_4");
    }

    private long load(List<Instance> instances, AtomicBoolean done) {
        long sent = 0;
        while (!done.get()) {
            long position = send(10);
            sent += 10;
            for (var instance : instances) {
                assertThat(instance.freshness().awaitAtLeast(position, LIMIT)).isTrue();
                assertAnswer(instance, position);
            }
        }
        return sent;
    }

    private long ask(Instance instance, AtomicBoolean done) {
        long before = 0;
        long answers = 0;
        while (!done.get()) {
            long position = instance.freshness().asOf();
            assertThat(position).isGreaterThanOrEqualTo(before);
            if (assertAnswer(instance, position)) {
                answers++;
            }
            before = position;
        }
        return answers;
    }

    @Test
    void buildsOneReadModelAndLeavesTheRest() {
        send(300);
        var one = instance(Samples.projections());
        awaitFolded(one);
        rebuild(Samples.projections()).run(List.of("order"), _ -> {});
        send(50);
        awaitFolded(one);

        assertThat(catalog().serving().of()).containsEntry("order", 2L).containsEntry("counter", 1L);
        assertDocuments(Samples.projections());
        assertThatThrownBy(() -> rebuild(Samples.projections()).run(List.of("orders"), _ -> {}))
                .hasMessageContaining("orders")
                .hasMessageContaining("[counter, many, order]");
    }

    @Test
    void readsAgainWhatTheStoppedSystemHasNotFolded() {
        send(300);
        try (var stopped = new Instance(database(), settings(), Samples.projections()).start()) {
            awaitFolded(stopped);
        }
        send(100);
        rebuild(Samples.projections()).run(List.of("order"), _ -> {});
        var next = instance(Samples.projections());
        awaitFolded(next);
        assertDocuments(Samples.projections());
    }

    @Test
    void servesWhatAMendedProgramFolds() {
        send(200);
        try (var old = new Instance(database(), settings(), Samples.projections()).start()) {
            awaitFolded(old);
        }
        var mended = List.of(new Twice(), new Samples.Order(), new Samples.Many());
        var next = instance(mended);
        send(20);
        awaitFolded(next);
        rebuild(mended).run(List.of("counter"), _ -> {});
        send(20);
        awaitFolded(next);
        assertDocuments(mended);
    }

    @Test
    void buildsANewReadModelByItselfAndOlderProgramsStandBack() {
        send(300);
        var older = instance(List.of(new Counter()));
        awaitFolded(older);
        var newer = instance(Samples.projections());
        assertThat(newer.freshness().asOf()).isPositive();
        awaitTrue(() -> catalog().serving().of().size() == 3);
        awaitTrue(() -> String.valueOf(older.status().away()).contains("[many, order]"));
        send(50);
        awaitFolded(newer);
        awaitFolded(older);
        assertDocuments(Samples.projections());
    }

    @Test
    void doesNotAnswerFromAReadModelThatIsStillBuilt() {
        var _ = new Catalogs(database()).readOrBegin(List.of("counter"));
        var instance = new Instance(database(), settings(), Samples.projections());
        assertThat(instance.freshness().asOf()).isZero();
        assertThatThrownBy(() -> new Samples.Order().view(instance.views()).get("k", "i"))
                .isInstanceOf(NotServed.class);
    }

    @Test
    void severalAtOnceAreHarmless() throws Exception {
        send(1_500);
        var one = instance(Samples.projections());
        awaitFolded(one);
        var all = new ArrayList<Callable<Boolean>>();
        for (var names : List.of(List.<String>of(), List.of("order"), List.<String>of(), List.of("counter"))) {
            all.add(() -> {
                rebuild(Samples.projections()).run(names, _ -> {});
                return true;
            });
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var future : threads.invokeAll(all)) {
                assertThat(future.get()).isTrue();
            }
        }
        send(100);
        awaitFolded(one);
        assertThat(catalog().building()).isNull();
        assertDocuments(Samples.projections());
    }

    @Test
    void canGiveUpWhatIsUnfinished() {
        send(1_600);
        var live = instance(Samples.projections());
        awaitFolded(live);
        var dying = new Rebuild(CrashingDatabase.at(database(), 6, true), settings(), Samples.projections());
        assertThatThrownBy(() -> dying.run(List.of(), _ -> {})).isInstanceOf(FaultyStore.Crash.class);
        assertThat(catalog().building()).isNotNull();

        var anew = rebuild(Samples.projections());
        anew.giveUpUnfinished();
        assertThat(catalog()).extracting(Catalog::building).isNull();
        anew.run(List.of(), _ -> {});
        awaitFolded(live);
        assertThat(catalog().serving().epoch()).isEqualTo(5);
        assertDocuments(Samples.projections());
        awaitTrue(() -> !collections().contains("view_order_2"));
    }

    /** The same read model, folded otherwise. */
    private static final class Twice implements Projection<Samples.Count> {
        private final Counter counter = new Counter();

        @Override
        public String name() {
            return counter.name();
        }

        @Override
        public Class<Samples.Count> type() {
            return counter.type();
        }

        @Override
        public List<String> documents(linxi.events.Event event) {
            return counter.documents(event);
        }

        @Override
        public Samples.Count fold(
                Samples.@org.jspecify.annotations.Nullable Count before,
                String id,
                linxi.events.wire.Envelope envelope,
                linxi.events.Event event) {
            var once = counter.fold(before, id, envelope, event);
            return new Samples.Count(once.events() + 1, once.positions());
        }
    }
}
