package linxi.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** As many rows as one file may have, in the 400 MiB that the program is given. */
@Timeout(900)
class LargeImportIT {
    private static final int ROWS = 10_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path folder;
    private String url = "";

    LargeImportIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void bringsTenThousandRowsOnce() throws IOException, InterruptedException {
        try (var linxi = LinxiProcess.up(folder.resolve("data"), LinxiProcess.freePort(), "--no-login")) {
            url = linxi.url();
            assertThat(post("/api/parties", json("""
                                    {"id": "office", "kind": "COOPERATIVE", "name": {"zh": "扶贫办"}}""")).statusCode()).isEqualTo(201);
            var first = checked(workbook());
            assertThat(first.path("fresh").asInt()).isEqualTo(ROWS);
            long before = head();
            assertThat(before).as("a dry run").isEqualTo(1);
            var sent = sent(first);
            assertThat(sent.path("sent").asInt()).isEqualTo(ROWS);
            assertThat(head()).isEqualTo(before + ROWS);
            var again = checked(csv());
            assertThat(again.path("recorded").asInt()).isEqualTo(ROWS);
            assertThat(again.path("fresh").asInt()).isEqualTo(0);
            assertThat(head()).isEqualTo(before + ROWS);
        }
    }

    private byte[] workbook() throws IOException {
        var file = folder.resolve("households.xlsx");
        try (var out = Files.newOutputStream(file);
                var book = new Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("农户");
            sheet.value(0, 0, "农户编号");
            sheet.value(0, 1, "村编号");
            for (int i = 0; i < ROWS; i++) {
                sheet.value(1 + i, 0, "H%05d".formatted(i));
                sheet.value(1 + i, 1, "v" + i % 20);
            }
        }
        return Files.readAllBytes(file);
    }

    /** The same, upside down. */
    private static byte[] csv() {
        var text = new StringBuilder("村编号;农户编号\n");
        for (int i = ROWS - 1; i >= 0; i--) {
            text.append("v")
                    .append(i % 20)
                    .append(';')
                    .append("H%05d".formatted(i))
                    .append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private JsonNode checked(byte[] file) throws IOException, InterruptedException {
        long began = System.nanoTime();
        var taken = post("/import/households", file);
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
        var run = JSON.readTree(taken.body()).path("run").asString("");
        var checked = await(run, "JUDGED");
        System.out.println("dry run of " + ROWS + " rows: " + since(began) + " s, heap " + heap());
        return checked;
    }

    private JsonNode sent(JsonNode checked) throws IOException, InterruptedException {
        long began = System.nanoTime();
        var run = checked.path("run").asString("");
        assertThat(post("/import/runs/" + run + "/start", json("{}")).statusCode())
                .isEqualTo(200);
        var sent = await(run, "SENT");
        System.out.println("import of " + ROWS + " rows: " + since(began) + " s, heap " + heap());
        return sent;
    }

    private static long since(long began) {
        return Duration.ofNanos(System.nanoTime() - began).toSeconds();
    }

    private JsonNode await(String run, String stage) throws IOException, InterruptedException {
        for (int i = 0; i < 3_000; i++) {
            var progress = get("/import/runs/" + run + "/progress");
            var at = progress.path("stage").asString("");
            if (at.equals(stage)) {
                return ((ObjectNode) progress).put("run", run);
            }
            assertThat(at).as(progress.toString()).isIn("READING", "JUDGING", "SENDING");
            Thread.sleep(200);
        }
        throw new IllegalStateException("not " + stage);
    }

    private long head() throws IOException, InterruptedException {
        var events = send(
                HttpRequest.newBuilder(URI.create(url + "/api/events?limit=1")).GET());
        return Long.parseLong(events.headers().allValues("X-As-Of-Position").getLast());
    }

    private String heap() throws IOException, InterruptedException {
        var metrics = send(HttpRequest.newBuilder(URI.create(url + "/actuator/prometheus"))
                        .GET())
                .body();
        double used = metrics.lines()
                .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
        return Math.round(used / (1 << 20)) + " MiB";
    }

    private static byte[] json(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The first party is registered by nobody. */
    private HttpResponse<String> post(String path, byte[] body) throws IOException, InterruptedException {
        boolean command = path.startsWith("/api");
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", command ? "application/json" : "application/octet-stream")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofByteArray(body));
        return send(command ? request : request.header("X-Party", "office"));
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(
                send(HttpRequest.newBuilder(URI.create(url + path)).GET()).body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
    }
}
