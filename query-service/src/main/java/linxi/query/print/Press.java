package linxi.query.print;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
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
    private @Nullable Typeface face;

    /**
     * A whole file: nothing of it is sent where it cannot be made.
     *
     * @throws linxi.edge.http.Crowded where too many are being made
     * @throws Refused where {@code content} refuses
     */
    public byte[] print(About about, Consumer<Pdf> content) {
        return admission.run(() -> {
            var pdf = new Pdf(face());
            content.accept(pdf);
            try {
                return pdf.file(about);
            } catch (IOException e) {
                throw new UncheckedIOException(about.title(), e);
            }
        });
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
