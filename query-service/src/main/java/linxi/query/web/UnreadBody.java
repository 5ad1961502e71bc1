package linxi.query.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * A body that was answered before it was read: the answer goes out, what still comes is thrown away for a moment, so
 * that the caller sees the answer, and then the connection is closed. Tomcat alone would wait for as long as it drips.
 */
final class UnreadBody extends ValveBase {
    private static final Duration MOMENT = Duration.ofSeconds(2);
    private static final int THROWN_AWAY_AT_ONCE = 16 << 10;

    UnreadBody() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (!request.isAsync() && !isRead(request)) {
            response.finishResponse();
            long until = System.nanoTime() + MOMENT.toNanos();
            var into = new byte[THROWN_AWAY_AT_ONCE];
            try (var body = request.getStream()) {
                while (System.nanoTime() < until && body.read(into) >= 0) {
                    // The moment ends it.
                }
            } catch (IOException gone) {
                getContainer().getLogger().debug("gone before its body was read", gone);
            }
            if (!isRead(request)) {
                response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
            }
        }
    }

    private static boolean isRead(Request request) {
        var read = new AtomicBoolean();
        request.getCoyoteRequest().action(ActionCode.REQUEST_BODY_FULLY_READ, read);
        return read.get();
    }
}
