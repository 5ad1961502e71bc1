package linxi.bench;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** A number of callers, each with its share of the work, as fast as they can. */
public final class Callers {
    private Callers() {}

    /**
     * Runs the work for every number below {@code count}, and waits for all of it.
     *
     * @return pieces of work a second
     */
    public static double perSecond(int callers, int count, IntConsumer work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(callers)) {
            var all = new ArrayList<Callable<Boolean>>();
            for (int caller = 0; caller < callers; caller++) {
                int first = caller;
                all.add(() -> {
                    for (int i = first; i < count; i += callers) {
                        work.accept(i);
                    }
                    return true;
                });
            }
            long began = System.nanoTime();
            for (Future<Boolean> done : threads.invokeAll(all)) {
                done.get();
            }
            return count * 1e9 / (System.nanoTime() - began);
        }
    }
}
