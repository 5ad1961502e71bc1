package linxi.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Tomcat says by itself, as callers see it. */
class ContainerErrorsTest {
    /** Answers with the status that the path names, and no word. */
    private static final class Refusing extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest http, HttpServletResponse answer) throws IOException {
            answer.sendError(Integer.parseInt(http.getPathInfo().substring(1)));
        }
    }

    private final Tomcat tomcat = new Tomcat();

    @BeforeEach
    void start(@TempDir Path folder) throws LifecycleException {
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        ((StandardHost) tomcat.getHost()).setErrorReportValveClass(ContainerErrors.class.getName());
        var context = tomcat.addContext("", null);
        Tomcat.addServlet(context, "refusing", new Refusing()).addMapping("/*");
        var _ = tomcat.getConnector();
        tomcat.start();
    }

    @AfterEach
    void stop() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }

    @ParameterizedTest
    @CsvSource({
        "400, 400, BAD_REQUEST, ''",
        "505, 400, BAD_REQUEST, ''",
        "500, 500, SERVER_FAULT, ''",
        "503, 503, COME_AGAIN, 2"
    })
    void namesTheRuleAndWhenToComeAgain(int given, int status, String rule, String retryAfter)
            throws IOException, InterruptedException {
        var answer = get(given, "of-mine");
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("\"rule\":\"" + rule + "\"", "\"status\":" + status + ",");
        assertThat(answer.headers().firstValue("Retry-After").orElse("")).isEqualTo(retryAfter);
    }

    @Test
    void givesTheCorrelationBackInHeaderAndBody() throws IOException, InterruptedException {
        var answer = get(503, "of-mine");
        assertThat(answer.headers().firstValue("X-Correlation-Id")).hasValue("of-mine");
        assertThat(answer.body()).contains("\"correlation\":\"of-mine\"");
    }

    @Test
    void makesACorrelationWhereTheCallersCannotBeTaken() throws IOException, InterruptedException {
        var answer = get(400, "a\"b");
        var made = answer.headers().firstValue("X-Correlation-Id").orElse("");
        assertThat(made).matches("[0-9a-f-]{36}");
        assertThat(answer.body()).contains("\"correlation\":\"" + made + "\"");
    }

    private HttpResponse<String> get(int status, String correlation) throws IOException, InterruptedException {
        var port = tomcat.getConnector().getLocalPort();
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/" + status))
                .header("X-Correlation-Id", correlation)
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
