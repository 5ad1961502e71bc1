package linxi.query.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rebuild that dies, wherever it does, is gone on with, and those that serve notice nothing. */
class RebuildCrashIT extends RebuildRig {
    @ParameterizedTest(name = "after the write: {0}")
    @ValueSource(booleans = {false, true})
    void goesOnAfterACrashAtAnyWrite(boolean after) {
        // More than a batch of a rebuild.
        send(6_000);
        var live = instance(Samples.projections());
        awaitFolded(live);
        int write = 1;
        while (crashes(live, write, after)) {
            write++;
        }
        System.out.println("crashed " + (after ? "after" : "before") + " each of " + (write - 1) + " writes");
        assertThat(write).isGreaterThan(15);
    }

    private boolean crashes(Instance live, int write, boolean after) {
        var before = catalog().serving();
        var dying = new Rebuild(CrashingDatabase.at(database(), write, after), settings(), Samples.projections());
        try {
            dying.run(List.of(), _ -> {});
            return false;
        } catch (FaultyStore.Crash crash) {
            boolean swapped = !catalog().serving().equals(before);
            assertThat(swapped)
                    .as("%s %s", write, crash)
                    .isEqualTo(after && catalog().building() == null && write > 2);
            assertThat(live.freshness().awaitAtLeast(send(1), LIMIT)).isTrue();
            assertAnswer(live, position());
            resume(write, swapped);
        }
        awaitFolded(live);
        assertAnswer(live, position());
        assertDocuments(Samples.projections());
        return true;
    }

    private void resume(int write, boolean swapped) {
        var catalog = catalog();
        var building = catalog.building();
        if (swapped || building == null) {
            return;
        }
        long kept = new ProgressTable(database())
                .of(building.epoch()).values().stream()
                        .mapToLong(Progress::offset)
                        .sum();
        var first = new ArrayList<Long>();
        rebuild(Samples.projections()).run(List.of(), progress -> first.add(progress.done()));
        assertThat(catalog().serving().epoch()).isEqualTo(building.epoch() + 1);
        assertThat(first.getFirst()).as("resumed after write %s", write).isGreaterThanOrEqualTo(kept);
    }
}
