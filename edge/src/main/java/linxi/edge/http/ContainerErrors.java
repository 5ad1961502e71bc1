package linxi.edge.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** What Tomcat itself refuses, before any of our code sees it, as a problem like all others. */
public final class ContainerErrors extends ErrorReportValve {
    private static final int BAD_REQUEST = 400;
    private static final int FAULT = 500;
    private static final int AWAY = 503;

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        // Tomcat gives 501 and 505 to what is no HTTP of ours: that is the caller's fault.
        int status = response.getStatus() > FAULT && response.getStatus() != AWAY ? BAD_REQUEST : response.getStatus();
        if (status < BAD_REQUEST || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        response.setStatus(status);
        var rule = status < FAULT ? "BAD_REQUEST" : "SERVER_FAULT";
        var title = status < FAULT ? "Malformed request" : "Server fault";
        var problem = """
                {"type":"urn:linxi:rule:%s","title":"%s","status":%d,"detail":"%s","rule":"%s","errors":[]}""".formatted(rule, title, status, title + ".", rule);
        try {
            response.setContentType("application/problem+json");
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.getOutputStream().write(problem.getBytes(StandardCharsets.UTF_8));
            response.finishResponse();
        } catch (IOException gone) {
            getContainer().getLogger().debug("gone before it was answered", gone);
        }
    }
}
