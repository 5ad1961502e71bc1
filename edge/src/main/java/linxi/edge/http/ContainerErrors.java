package linxi.edge.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import linxi.events.wire.Correlation;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** What Tomcat itself refuses, before any of our code sees it, as a problem like all others. */
public final class ContainerErrors extends ErrorReportValve {
    private static final int BAD_REQUEST = 400;
    private static final int FAULT = 500;
    private static final int AWAY = 503;
    private static final String RETRY_SECONDS = "2";

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        // Tomcat gives 501 and 505 to what is no HTTP of ours: that is the caller's fault.
        int status = response.getStatus() > FAULT && response.getStatus() != AWAY ? BAD_REQUEST : response.getStatus();
        if (status < BAD_REQUEST || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        response.setStatus(status);
        var correlation = CorrelationFilter.of(request);
        response.setHeader(Correlation.HEADER, correlation);
        if (status == AWAY) {
            response.setHeader("Retry-After", RETRY_SECONDS);
        }
        try {
            response.setContentType("application/problem+json");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getOutputStream().write(problem(status, correlation).getBytes(StandardCharsets.UTF_8));
            response.finishResponse();
        } catch (IOException gone) {
            getContainer().getLogger().debug("gone before it was answered", gone);
        }
    }

    /** Nothing in it is a caller's word but the correlation, which holds no character that JSON would escape. */
    private static String problem(int status, String correlation) {
        var rule = status < FAULT ? "BAD_REQUEST" : status == AWAY ? "COME_AGAIN" : "SERVER_FAULT";
        var title = status < FAULT ? "Malformed request" : status == AWAY ? "Not available now" : "Server fault";
        return """
                {"type":"urn:linxi:rule:%s","title":"%s","status":%d,"detail":"%s.","rule":"%s","correlation":"%s","errors":[]}""".formatted(rule, title, status, title, rule, correlation);
    }
}
