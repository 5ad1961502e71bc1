package linxi.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What README.md tells a newcomer to type is typed here: the launcher with the demonstration, and the curl lines. */
class ReadmeIT {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private static Path folder;

    private static LinxiProcess linxi;
    private static Client client;

    @BeforeAll
    static void upWithDemo() throws IOException {
        assertThat(Files.readString(ROOT.resolve("README.md")))
                .contains("./linxi up --demo --no-login")
                .contains("./mvnw verify");
        int port = LinxiProcess.freePort();
        var data = folder.resolve("data");
        linxi = LinxiProcess.start(
                List.of(
                        ROOT.resolve("linxi").toString(),
                        "up",
                        "--demo",
                        "--no-login",
                        "--data",
                        data.toString(),
                        "--port",
                        Integer.toString(port)),
                data,
                port);
        client = new Client(linxi.url());
        linxi.awaitText("└", Duration.ofMinutes(6));
    }

    @AfterAll
    static void stop() {
        linxi.close();
    }

    @Test
    void provesTheDemonstrationDataToTheFen() {
        var data = folder.resolve("data").toString();
        try (var verify = LinxiProcess.run(folder, "en_US.UTF-8", "verify", "--data", data)) {
            assertThat(verify.exitCode()).as(verify::terminal).isZero();
            assertThat(verify.terminal()).doesNotContain("Exception");
        }
    }

    @Test
    void showsTheBoxAndTheHeadlineFigures() {
        assertThat(linxi.terminal())
                .contains(linxi.url() + "/swagger-ui.html")
                .contains(folder.resolve("data").toString())
                .contains("2400 t")
                .contains("864000000 fen")
                .contains("360.00 fen/kg")
                .contains("51,000,000")
                .contains("15 t")
                .doesNotContain("INFO", "WARN");
    }

    @Test
    void answersTheArticlesFigures() {
        var tomato = client.get("/api/sales?groupBy=product").get("groups");
        long gross = 0;
        for (var group : tomato) {
            if (group.get("product").get("id").asString().equals("tomato")) {
                gross = group.get("gross").get("fen").longValue();
                assertThat(group.get("shipments").intValue()).isEqualTo(160);
                assertThat(group.get("quantities").get(0).get("amount").longValue())
                        .isEqualTo(2_400_000_000L);
            }
        }
        assertThat(gross).isEqualTo(864_000_000L);
        long net = 0;
        long shared = 0;
        for (var item : client.get("/api/settlements?limit=500").get("items")) {
            var settlement = client.get("/api/settlements/" + item.get("id").asString());
            net += settlement.get("net").get("fen").longValue();
            shared += settlement.get("unattributed").get("fen").longValue();
            for (var path : settlement.get("attributed")) {
                shared += path.get("fen").longValue();
            }
        }
        var income = client.get("/api/income");
        assertThat(shared).isEqualTo(net);
        assertThat(income.get("total").get("income").get("fen").longValue()
                        + income.get("unattributed").get("fen").longValue())
                .isEqualTo(net);
        assertThat(income.get("total").get("households").intValue()).isGreaterThanOrEqualTo(980);
    }

    @Test
    void loadsTheDemonstrationTwiceWithoutChangingAnything() throws Exception {
        int before = client.events(0).length;
        long last = Client.json(client.events(0)[before - 1]).get("position").longValue();
        var again = LinxiProcess.start(
                List.of(ROOT.resolve("linxi").toString(), "demo", "--url", linxi.url()), folder.resolve("again"), 0);
        assertThat(again.exitCode()).as(again.terminal()).isZero();
        assertThat(client.events(last)).isEmpty();
    }

    @Test
    void runsTheCurlLinesOfTheMainJob() throws IOException, InterruptedException {
        var readme = Files.readString(ROOT.resolve("README.md"));
        var block = Pattern.compile("<!-- run by ReadmeIT -->\n```sh\n(.*?)```", Pattern.DOTALL)
                .matcher(readme);
        assertThat(block.find()).isTrue();
        var script = block.group(1).replace("http://localhost:8080", linxi.url());
        var bash = new ProcessBuilder("bash", "-eu", "-c", script)
                .redirectErrorStream(true)
                .start();
        var output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(bash.exitValue()).as(output).isZero();
        assertThat(output).doesNotContain("\"status\":4");
        var income = client.get("/api/households/H01/income?atLeast=" + lastPosition(output));
        assertThat(income.get("total").get("fen").longValue()).isEqualTo(950_400L);
    }

    private static long lastPosition(String output) {
        var positions = Pattern.compile("\"position\":(\\d+)").matcher(output);
        long last = 0;
        while (positions.find()) {
            last = Math.max(last, Long.parseLong(positions.group(1)));
        }
        return last;
    }
}
