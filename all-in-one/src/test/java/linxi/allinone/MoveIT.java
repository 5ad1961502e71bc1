package linxi.allinone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import linxi.embedded.EmbeddedKafka;
import linxi.embedded.EmbeddedMongo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An installation moves by export and import: the same log, the same answers, also to a command sent again. */
class MoveIT {
    private static final String PRODUCT = """
            {"id": "tomato", "kind": "TOMATO", "name": {"zh": "番茄"}, "baseUnit": "GRAM"}""";

    /** As export, import and verify print it. */
    private static final Pattern HEAD =
            Pattern.compile("head (?:position )?([0-9]+)(?:, head hash |:)([0-9a-f]{64})\\b");

    @TempDir
    private Path folder;

    @Test
    void movesAnInstallation() {
        var old = folder.resolve("old");
        var fresh = folder.resolve("fresh");
        var file = folder.resolve("log.jsonl.gz").toString();
        var key = UUID.randomUUID();
        Map<String, String> before;
        String answered;
        String head;
        try (var linxi = LinxiProcess.up(old, LinxiProcess.freePort(), "--no-login")) {
            var client = new Client(linxi.url());
            var sale = new Sale(client);
            long position = sale.play();
            answered = client.post("/api/products", "coop", PRODUCT, key).body();
            before = sale.answered(position + 1);
            head = head(run(0, "export", file, "--data", old.toString()));
            assertThat(head(run(0, "verify", "--data", old.toString()))).isEqualTo(head);
            assertThat(run(1, "export", file, "--data", old.toString())).contains(file, "--force");
            assertThat(run(1, "import", file, "--data", old.toString())).contains("Stop it first");
            assertThat(linxi.stop()).isIn(0, 143);
        }
        assertThat(head(run(0, "import", file, "--data", fresh.toString()))).isEqualTo(head);
        assertThat(run(1, "import", file, "--data", fresh.toString())).contains("not empty");
        try (var linxi = LinxiProcess.up(fresh, LinxiProcess.freePort(), "--no-login")) {
            var client = new Client(linxi.url());
            assertThat(new Sale(client).answered(client.events(0).length)).isEqualTo(before);
            assertThat(client.post("/api/products", "coop", PRODUCT, key).body())
                    .isEqualTo(answered);
            assertThat(head(run(0, "verify", "--data", fresh.toString(), "--expect", head)))
                    .isEqualTo(head);
        }
    }

    /** From the embedded default to servers, as with compose: the services run as processes of their own. */
    @Test
    void movesFromTheEmbeddedDefaultToServers() {
        var old = folder.resolve("old");
        var file = folder.resolve("log.jsonl.gz").toString();
        Map<String, String> before;
        try (var linxi = LinxiProcess.up(old, LinxiProcess.freePort(), "--no-login")) {
            var sale = new Sale(new Client(linxi.url()));
            before = sale.answered(sale.play());
            assertThat(linxi.stop()).isIn(0, 143);
        }
        var head = head(run(0, "export", file, "--data", old.toString()));
        try (var mongo = EmbeddedMongo.start(folder.resolve("mongo"), 0);
                var kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0)) {
            var servers = new String[] {"--mongo", mongo.uri(), "--kafka", kafka.bootstrapServers()};
            assertThat(head(run(0, with(servers, "import", file)))).isEqualTo(head);
            var services = folder.resolve("services");
            try (var commands = ServiceJvm.commands(services, mongo, kafka);
                    var queries = ServiceJvm.queries(services, mongo, kafka, commands)) {
                commands.awaitReady();
                queries.awaitReady();
                var client = new Client(queries.url());
                assertThat(new Sale(client).answered(client.events(0).length)).isEqualTo(before);
                assertThat(head(run(0, "verify", "--mongo", mongo.uri()))).isEqualTo(head);
            }
            // Into another database, beside the topic that has these events now.
            assertThat(run(1, with(servers, "import", file, "--database", "other")))
                    .contains("the Kafka topic linxi.events holds events already", "linxi.kafka.topic");
        }
        assertThat(head(run(0, "verify", "--data", old.toString()))).isEqualTo(head);
    }

    @Test
    void namesTheLineOfADamagedFileAndWritesNothing() throws IOException {
        var old = folder.resolve("old");
        var fresh = folder.resolve("fresh");
        var file = folder.resolve("log.jsonl.gz");
        var damaged = folder.resolve("damaged.jsonl.gz");
        try (var linxi = LinxiProcess.up(old, LinxiProcess.freePort(), "--no-login")) {
            new Sale(new Client(linxi.url())).play();
            assertThat(linxi.stop()).isIn(0, 143);
        }
        var head = head(run(0, "export", file.toString(), "--data", old.toString()));
        var lines = text(file).split("(?<=\n)");
        assertThat(lines[4]).contains("H1");
        lines[4] = lines[4].replaceFirst("H1", "H9");
        write(damaged, String.join("", lines));
        assertThat(run(1, "import", damaged.toString(), "--data", fresh.toString()))
                .contains(damaged + " is damaged, nothing was imported: line 5: ");
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        var _ = Files.write(damaged, bytes);
        assertThat(run(1, "import", damaged.toString(), "--data", fresh.toString()))
                .containsPattern("damaged, nothing was imported: line [0-9]+: ");
        assertThat(head(run(0, "import", file.toString(), "--data", fresh.toString())))
                .isEqualTo(head);
    }

    private static String text(Path file) throws IOException {
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            return new String(unpacked.readAllBytes(), UTF_8);
        }
    }

    private static void write(Path file, String text) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(UTF_8));
        }
        var _ = Files.write(file, packed.toByteArray());
    }

    private static String head(String printed) {
        var matcher = HEAD.matcher(printed);
        assertThat(matcher.find()).as(printed).isTrue();
        return matcher.group(1) + ":" + matcher.group(2);
    }

    private static String[] with(String[] servers, String... arguments) {
        return Stream.of(arguments, servers).flatMap(Stream::of).toArray(String[]::new);
    }

    private String run(int code, String... arguments) {
        try (var linxi = LinxiProcess.run(folder, "en_US.UTF-8", arguments)) {
            assertThat(linxi.exitCode()).as(linxi::terminal).isEqualTo(code);
            assertThat(linxi.terminal()).doesNotContain("Exception", "\tat ");
            return linxi.terminal();
        }
    }
}
