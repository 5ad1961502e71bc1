package linxi.query.print;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.annotation.PreDestroy;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import linxi.edge.http.Admission;
import linxi.query.Refused;
import linxi.query.export.Download;
import linxi.query.export.FileName;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Makes papers, two at a time; who finds it busy for half a second is told to come again. */
@Component
public final class Press implements MeterBinder {
    private static final int AT_ONCE = 2;

    private final Admission admission = new Admission("linxi.papers.in.hand", AT_ONCE);
    /** Drawing is work for a processor: on the virtual thread of a request it would keep others from theirs. */
    private final ExecutorService processors = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().daemon().name("papers-", 1).factory());

    private @Nullable Typeface face;

    /**
     * A whole file: nothing of it is sent where it cannot be made.
     *
     * @throws linxi.edge.http.Crowded where too many are being made
     * @throws Refused where {@code content} refuses
     */
    public byte[] print(About about, Consumer<Pdf> content) {
        return admission.run(() -> {
            try {
                return CompletableFuture.supplyAsync(() -> made(about, content), processors)
                        .join();
            } catch (CompletionException failed) {
                if (failed.getCause() instanceof RuntimeException refused) {
                    throw refused;
                }
                throw failed;
            }
        });
    }

    private byte[] made(About about, Consumer<Pdf> content) {
        var pdf = new Pdf(face());
        content.accept(pdf);
        try {
            return pdf.file(about);
        } catch (IOException e) {
            throw new UncheckedIOException(about.title(), e);
        }
    }

    @PreDestroy
    void stop() {
        processors.shutdown();
    }

    /** As the answer to a request. */
    public void send(HttpServletResponse answer, FileName name, About about, Consumer<Pdf> content) throws IOException {
        var file = print(about, content);
        answer.setContentType("application/pdf");
        answer.setHeader(HttpHeaders.CONTENT_DISPOSITION, Download.disposition(name));
        answer.setContentLength(file.length);
        answer.getOutputStream().write(file);
        answer.flushBuffer();
    }

    private synchronized Typeface face() {
        var known = face;
        if (known == null) {
            known = Typeface.read();
            face = known;
        }
        return known;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        admission.bindTo(registry);
    }
}
