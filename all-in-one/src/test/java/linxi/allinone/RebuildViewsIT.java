package linxi.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code linxi rebuild} beside a running system, and on one that is stopped. */
class RebuildViewsIT {
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

    private static void assertRebuilt(Path data, String... names) {
        var arguments = new String[names.length + 3];
        arguments[0] = "rebuild";
        arguments[1] = "--data";
        arguments[2] = data.toString();
        System.arraycopy(names, 0, arguments, 3, names.length);
        try (var rebuild = LinxiProcess.run(data, "en_US.UTF-8", arguments)) {
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
