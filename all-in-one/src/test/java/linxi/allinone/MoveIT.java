package linxi.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import linxi.embedded.EmbeddedKafka;
import linxi.embedded.EmbeddedMongo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An installation moves by export and import: the same log, the same answers, also to a command sent again. */
class MoveIT {
    private static final String PRODUCT = """
            {"id": "tomato", "kind": "TOMATO", "name": {"zh": "番茄"}, "baseUnit": "GRAM"}""";

    @TempDir
    private Path folder;

    @Test
    void movesAnInstallationAndRefusesADamagedFile() throws IOException {
        var old = folder.resolve("old");
        var fresh = folder.resolve("fresh");
        var file = folder.resolve("log.jsonl.gz");
        var key = UUID.randomUUID();
        List<String> before;
        String answered;
        try (var linxi = LinxiProcess.up(old, LinxiProcess.freePort(), "--no-login")) {
            var client = new Client(linxi.url());
            register(client);
            answered = client.post("/api/products", "dakang", PRODUCT, key).body();
            before = answers(client);
            expect(0, "export", file, old);
            expect(1, "export", file, old);
            expect(1, "import", file, old);
            assertThat(linxi.stop()).isIn(0, 143);
        }
        var bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        expect(1, "import", Files.write(folder.resolve("damaged.gz"), bytes), fresh);
        expect(0, "import", file, fresh);
        expect(1, "import", file, fresh);
        try (var linxi = LinxiProcess.up(fresh, LinxiProcess.freePort(), "--no-login")) {
            var client = new Client(linxi.url());
            assertThat(answers(client)).isEqualTo(before);
            assertThat(client.post("/api/products", "dakang", PRODUCT, key).body())
                    .isEqualTo(answered);
        }
    }

    /** From the embedded default to servers, as with compose: the services run as processes of their own. */
    @Test
    void movesFromTheEmbeddedDefaultToServers() {
        var old = folder.resolve("old");
        var file = folder.resolve("log.jsonl.gz");
        List<String> before;
        String head;
        try (var linxi = LinxiProcess.up(old, LinxiProcess.freePort(), "--no-login")) {
            var client = new Client(linxi.url());
            register(client);
            before = answers(client);
            assertThat(linxi.stop()).isIn(0, 143);
        }
        expect(0, "export", file, old);
        try (var mongo = EmbeddedMongo.start(folder.resolve("mongo"), 0);
                var kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0)) {
            assertThat(run("import", file.toString(), "--mongo", mongo.uri())).contains("head");
            var services = folder.resolve("services");
            try (var commands = ServiceJvm.commands(services, mongo, kafka);
                    var queries = ServiceJvm.queries(services, mongo, kafka, commands)) {
                commands.awaitReady();
                queries.awaitReady();
                assertThat(answers(new Client(queries.url()))).isEqualTo(before);
                head = head(run("verify", "--mongo", mongo.uri()));
            }
        }
        assertThat(head(run("verify", "--data", old.toString()))).isEqualTo(head);
    }

    private static String head(String verified) {
        return verified.lines()
                .filter(line -> line.startsWith("event log: "))
                .findFirst()
                .orElseThrow();
    }

    private String run(String... arguments) {
        try (var linxi = LinxiProcess.run(folder, "en_US.UTF-8", arguments)) {
            assertThat(linxi.exitCode()).as(linxi::terminal).isZero();
            return linxi.terminal();
        }
    }

    private static void register(Client client) {
        assertThat(client.postAsNobody("/api/parties", """
                                {"id": "dakang", "kind": "COOPERATIVE", "name": {"zh": "大康"}}""").statusCode()).isEqualTo(201);
        var _ = client.record("/api/households", "dakang", """
                {"id": "H1", "village": "V1", "status": "REGISTERED_POOR", "statusFrom": "2020-01-01"}""");
        var _ = client.record("/api/products", "dakang", """
                {"id": "egg", "kind": "EGG", "name": {"zh": "鸡蛋"}, "baseUnit": "PIECE"}""");
        var _ = client.record("/api/lots", "dakang", """
                {"id": "L1", "origin": "dakang", "product": "egg", "producedAt": "2020-05-01T08:00:00+08:00",
                 "quantity": {"amount": 600, "unit": "PIECE"},
                 "contributions": [{"household": "H1", "quantity": {"amount": 600, "unit": "PIECE"}}]}""");
    }

    private static List<String> answers(Client client) {
        var last = client.events(0).length;
        return List.of(
                String.join("\n", client.events(0)),
                client.get("/api/lots/L1?atLeast=" + last).toString(),
                client.get("/api/households/H1?atLeast=" + last).toString(),
                client.get("/api/products?atLeast=" + last).toString());
    }

    private void expect(int code, String command, Path file, Path data) {
        try (var linxi = LinxiProcess.run(folder, "en_US.UTF-8", command, file.toString(), "--data", data.toString())) {
            assertThat(linxi.exitCode()).as(linxi::terminal).isEqualTo(code);
            assertThat(linxi.terminal()).doesNotContain("Exception", "\tat ");
        }
    }
}
