package linxi.query.feed;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** How to run what does not depend on each other. Nothing of it runs on when that is over, however it ends. */
interface Together {
    /** One after the other. */
    Together IN_TURN = tasks -> tasks.forEach(Runnable::run);

    /** All at the same time: mostly they wait for MongoDB, which makes one write to the disk of many. */
    Together AT_ONCE = Together::atOnce;

    /** Throws what the first of the tasks, in their order, fails with. */
    void run(List<? extends Runnable> tasks);

    private static void atOnce(List<? extends Runnable> tasks) {
        if (tasks.size() < 2) {
            IN_TURN.run(tasks);
            return;
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running =
                    threads.invokeAll(tasks.stream().map(Executors::callable).toList());
            throwFirst(running);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while folding", e);
        }
    }

    private static void throwFirst(List<Future<Object>> done) throws InterruptedException {
        Throwable first = null;
        for (var each : done) {
            var failure = failure(each);
            if (first == null) {
                first = failure;
            } else if (failure != null && failure != first) {
                first.addSuppressed(failure);
            }
        }
        switch (first) {
            case null -> {}
            case RuntimeException failure -> throw failure;
            case Error error -> throw error;
            default -> throw new IllegalStateException(first);
        }
    }

    private static @Nullable Throwable failure(Future<?> done) throws InterruptedException {
        try {
            var _ = done.get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (CancellationException e) {
            return e;
        }
    }
}
