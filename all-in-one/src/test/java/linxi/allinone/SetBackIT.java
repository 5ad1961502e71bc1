package linxi.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data folder whose store alone is brought back: said, not hidden, and mended as {@code docs/operations.md} says. */
class SetBackIT {
    private static final String OTHER = """
            {"id": "tomato", "kind": "TOMATO", "name": {"zh": "番茄"}, "baseUnit": "GRAM"}""";

    @TempDir
    private Path folder;

    @Test
    void tellsOfAStoreThatIsOlderThanItsTopicAndIsMended() throws IOException {
        var data = folder.resolve("data");
        var kept = folder.resolve("kept");
        try (var linxi = LinxiProcess.up(data, LinxiProcess.freePort(), "--no-login")) {
            new Client(linxi.url())
                    .postAsNobody("/api/parties", "{'id':'coop','kind':'COOPERATIVE','name':{'zh':'合作社'}}");
            assertThat(linxi.stop()).isIn(0, 143);
        }
        copy(data.resolve("mongo"), kept);
        try (var linxi = LinxiProcess.up(data, LinxiProcess.freePort(), "--no-login")) {
            var client = new Client(linxi.url());
            client.record("/api/products", "coop", "{'id':'egg','kind':'EGG','name':{'zh':'鸡蛋'},'baseUnit':'PIECE'}");
            // Soon after a start the relay may not have reached Kafka yet, and a stop does not wait for it.
            client.get("/api/products?atLeast=2");
            assertThat(linxi.stop()).isIn(0, 143);
        }
        remove(data.resolve("mongo"));
        copy(kept, data.resolve("mongo"));
        try (var linxi = LinxiProcess.up(data, LinxiProcess.freePort(), "--no-login")) {
            awaitLogged(data, "the topic has an event at position 2");
            new Client(linxi.url()).record("/api/products", "coop", OTHER);
            assertThat(linxi.stop()).isIn(0, 143);
        }
        remove(data.resolve("kafka"));
        try (var linxi = LinxiProcess.up(data, LinxiProcess.freePort(), "--no-login")) {
            run(0, "rebuild", "--data", data.toString());
            assertThat(new Client(linxi.url()).get("/api/products?atLeast=2").toString())
                    .contains("tomato")
                    .doesNotContain("egg");
            run(0, "verify", "--data", data.toString());
        }
    }

    @Test
    void doesNotImportBesideWhatABrokerHas() throws IOException {
        var data = folder.resolve("data");
        var file = folder.resolve("log.jsonl.gz").toString();
        try (var linxi = LinxiProcess.up(data, LinxiProcess.freePort(), "--no-login")) {
            var sale = new Sale(new Client(linxi.url()));
            sale.play();
            assertThat(linxi.stop()).isIn(0, 143);
        }
        run(0, "export", file, "--data", data.toString());
        remove(data.resolve("mongo"));
        assertThat(run(1, "import", file, "--data", data.toString()))
                .contains("Delete " + data.resolve("kafka"), "holds events already");
        remove(data.resolve("kafka"));
        run(0, "import", file, "--data", data.toString());
    }

    @CanIgnoreReturnValue
    private String run(int code, String... arguments) {
        try (var linxi = LinxiProcess.run(folder, "en_US.UTF-8", arguments)) {
            assertThat(linxi.exitCode()).as(linxi::terminal).isEqualTo(code);
            assertThat(linxi.terminal()).doesNotContain("Exception", "\tat ");
            return linxi.terminal();
        }
    }

    private static void awaitLogged(Path data, String words) throws IOException {
        var log = data.resolve("logs").resolve("linxi.log");
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!Files.readString(log).contains(words)) {
            assertThat(System.nanoTime()).as(words).isLessThan(end);
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void remove(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            files.forEach(file -> {
                try {
                    var _ = Files.copy(file, to.resolve(from.relativize(file).toString()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
