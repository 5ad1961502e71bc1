package linxi.query.screen.scan;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.annotation.PreDestroy;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import linxi.edge.http.Admission;
import linxi.edge.http.BodyRoom;
import org.springframework.stereotype.Component;

/**
 * Reads what is on photos, few at once: each is work for a processor and some ten megabytes. It is done on threads of its
 * own, since those of requests are virtual and share the processors: two photos would keep everybody else from theirs.
 */
@Component
class Photos implements MeterBinder {
    private static final int LARGEST = 4 << 20;
    private static final int AT_ONCE = 2;

    private final Admission admission = new Admission("linxi.photos.in.hand", AT_ONCE);
    private final ExecutorService processors = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().daemon().name("photos-", 1).factory());
    private final BodyRoom room;

    Photos(BodyRoom room) {
        this.room = room;
    }

    /**
     * The text of a QR code on the photo that is the body.
     *
     * @throws linxi.query.Refused where it is no photo that can be read
     * @throws linxi.edge.http.BodyRefused where it is too large, or does not come
     * @throws linxi.edge.http.Crowded where as many as may be are in hand
     */
    Optional<String> text(HttpServletRequest http) {
        var bytes = room.read(http, LARGEST);
        return admission.run(() -> read(bytes));
    }

    private Optional<String> read(byte[] bytes) {
        try {
            return CompletableFuture.supplyAsync(() -> QrReader.text(Photo.read(bytes)), processors)
                    .join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw failed;
        }
    }

    @PreDestroy
    void stop() {
        processors.shutdown();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        admission.bindTo(registry);
    }
}
