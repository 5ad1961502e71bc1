package linxi.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code linxi rebuild} beside a running system, and on one that is stopped. */
class RebuildViewsIT {
    private static final int SALES = 6_000;

    @TempDir
    private Path folder;

    @Test
    void rebuildsRunningAndStoppedAndAnswersStayTheSame() {
        var data = folder.resolve("data");
        String before;
        try (var linxi = LinxiProcess.up(data, LinxiProcess.freePort(), "--no-login")) {
            var client = new Client(linxi.url());
            client.postAsNobody("/api/parties", "{'id': 'coop', 'kind': 'COOPERATIVE', 'name': {'zh': '合作社'}}");
            var position =
                    client.record("/api/parties", "coop", "{'id': 'market', 'kind': 'MARKET', 'name': {'zh': '市场'}}");
            before = client.get("/api/parties?atLeast=" + position).toString();

            assertRebuilt(data, "party");
            assertThat(client.get("/api/parties?atLeast=" + position).toString())
                    .isEqualTo(before);
            position = client.record("/api/parties", "coop", "{'id': 'other', 'kind': 'MARKET', 'name': {'zh': '超市'}}");
            before = client.get("/api/parties?atLeast=" + position).toString();
            assertThat(before).contains("other");
            assertThat(linxi.stop()).isIn(0, 143);
        }
        assertRebuilt(data);
        try (var linxi = LinxiProcess.up(data, LinxiProcess.freePort(), "--no-login")) {
            assertThat(new Client(linxi.url()).get("/api/parties").toString()).isEqualTo(before);
        }
    }

    /** Long enough to be cut off in the middle, when it has said how long it will take. */
    @Test
    void goesOnWhereItWasKilledWhileTheOldReadModelsAnswer() {
        var data = folder.resolve("data");
        LargeLog.main(data.toString(), Integer.toString(SALES));
        try (var linxi = LinxiProcess.up(data, LinxiProcess.freePort(), "--no-login")) {
            var client = new Client(linxi.url());
            var last = "/api/shipments/SH" + (SALES - 1);
            var before = client.get(last + "?atLeast=" + 8 * SALES).toString();
            try (var killed = rebuild(data)) {
                killed.awaitText(" left", Duration.ofMinutes(1));
                killed.kill();
                assertThat(killed.terminal())
                        .containsPattern("[0-9]+/s, [0-9]:[0-9]{2}:[0-9]{2} left")
                        .doesNotContain("Built anew");
            }
            assertThat(client.get(last).toString()).isEqualTo(before);
            assertThat(epochs(data)).isEqualTo(List.of(1L, 2L));
            assertRebuilt(data);
            assertThat(epochs(data)).isEqualTo(List.of(3L));
            assertThat(client.get(last + "?atLeast=" + 8 * SALES).toString()).isEqualTo(before);
        }
    }

    /** What is served, and what is being built. */
    private static List<Long> epochs(Path data) {
        try (var client = MongoClients.create(Running.read(data).orElseThrow().mongo())) {
            var catalog =
                    client.getDatabase("linxi").getCollection("catalog").find().first();
            var building = catalog.get("building", Document.class);
            return building == null
                    ? List.of(catalog.getLong("epoch"))
                    : List.of(catalog.getLong("epoch"), building.getLong("epoch"));
        }
    }

    private static LinxiProcess rebuild(Path data, String... names) {
        var arguments = new ArrayList<>(List.of("rebuild", "--data", data.toString()));
        arguments.addAll(List.of(names));
        return LinxiProcess.run(data, "en_US.UTF-8", arguments.toArray(String[]::new));
    }

    private static void assertRebuilt(Path data, String... names) {
        try (var rebuild = rebuild(data, names)) {
            assertThat(rebuild.exitCode()).as(rebuild::terminal).isZero();
            assertThat(rebuild.terminal())
                    .contains("100%")
                    .contains(names.length == 0 ? "sales" : names[0])
                    .doesNotContain("Exception");
        }
    }

    @Test
    void namesTheReadModelsThatThereAre() {
        try (var rebuild = LinxiProcess.run(folder, "en_US.UTF-8", "rebuild", "--data", folder.toString(), "sale")) {
            assertThat(rebuild.exitCode()).isEqualTo(1);
            assertThat(rebuild.terminal()).contains("sale.").contains("party").contains("sales");
        }
    }
}
