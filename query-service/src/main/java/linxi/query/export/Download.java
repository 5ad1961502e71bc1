package linxi.query.export;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;

/** An answer that is a file. Once it has begun, whatever fails breaks it off, so that no half of one passes for a whole. */
public final class Download {
    private Download() {}

    /** What is in the file. */
    public interface Content {
        void writeTo(TableFile file) throws IOException;
    }

    /** To be called when nothing is left to be refused. */
    public static void send(HttpServletResponse answer, Format format, FileName name, Content content)
            throws IOException {
        answer.setContentType(format.contentType());
        answer.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition(name));
        answer.flushBuffer();
        try {
            var file = format.open(answer.getOutputStream());
            content.writeTo(file);
            file.end();
        } catch (RuntimeException failure) {
            // A refusal would be written as a problem, into the file.
            throw new IOException("a file broke off", failure);
        }
        answer.flushBuffer();
    }

    /** Both names (RFC 6266): there are programs that read the plain one only. */
    public static String disposition(FileName name) {
        var encoded = URLEncoder.encode(name.shown(), StandardCharsets.UTF_8).replace("+", "%20");
        return "attachment; filename=\"" + name.ascii() + "\"; filename*=UTF-8''" + encoded;
    }
}
