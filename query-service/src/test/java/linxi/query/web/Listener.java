package linxi.query.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads server-sent events as a browser does. */
final class Listener implements AutoCloseable {
    /** One of them. */
    record Told(String event, long id, String data) {}

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpResponse<InputStream> answer;
    private final BufferedReader lines;

    private Listener(String address, String... headers) {
        try {
            answer = client.send(
                    HttpRequest.newBuilder(URI.create(address)).headers(headers).build(), BodyHandlers.ofInputStream());
            lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static Listener to(LoggedIn service, String path, String... headers) {
        var port = service.context().getEnvironment().getProperty("local.server.port");
        return new Listener("http://127.0.0.1:" + port + path, headers);
    }

    int status() {
        return answer.statusCode();
    }

    String header(String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    /** Waits for it. */
    Told next() throws IOException {
        var event = field("event: ");
        var id = Long.parseLong(field("id: "));
        var data = field("data: ");
        if (!lines.readLine().isEmpty()) {
            throw new IllegalStateException("an event ends with an empty line");
        }
        return new Told(event, id, data);
    }

    /** Passes over others. */
    Told nextCalled(String event) throws IOException {
        var told = next();
        while (!told.event().equals(event)) {
            told = next();
        }
        return told;
    }

    private String field(String name) throws IOException {
        var line = lines.readLine();
        if (line == null || !line.startsWith(name)) {
            throw new IllegalStateException(name + "expected, and not " + line);
        }
        return line.substring(name.length());
    }

    /** What comes until the end. */
    List<String> rest() throws IOException {
        var rest = new ArrayList<String>();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            rest.add(line);
        }
        return rest;
    }

    @Override
    public void close() throws IOException {
        answer.body().close();
        client.shutdownNow();
    }
}
