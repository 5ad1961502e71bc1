package linxi.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import linxi.access.Role;
import linxi.access.key.ApiKeys;
import linxi.events.PartyId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the browser is told of the pages that it may keep, and of scripts that it may not. */
class OfflinePagesIT {
    private static final String LABEL = "Linxi-Offline";
    private static final Pattern RAW = Pattern.compile("\\?\\?|>(outbox|home|new|steps)\\.[a-z]");

    private static LoggedIn service;
    private static Map<String, String> keys;

    @BeforeAll
    static void start() {
        service = LoggedIn.start();
        var made = service.context().getBean(ApiKeys.class);
        keys = Map.of(
                "clerk", made.make("a", Role.CLERK, new PartyId("dakang")),
                "neighbour", made.make("b", Role.CLERK, new PartyId("another")),
                "receiver", made.make("c", Role.RECEIVER, new PartyId("yonghui")),
                "auditor", made.make("d", Role.AUDITOR, null));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static HttpResponse<String> get(String who, String path, String... language) {
        var answer = service.web()
                .send(
                        "GET",
                        path,
                        "Authorization",
                        "Bearer " + keys.get(who),
                        "Accept-Language",
                        language.length == 0 ? "zh-CN" : language[0]);
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
        return answer;
    }

    private static String label(String who, String path) {
        return get(who, path).headers().firstValue(LABEL).orElseThrow();
    }

    @Test
    void aClerkMayKeepThePagesThatAreNeededOnTheWay() {
        for (var path : List.of("/", "/outbox", "/shipments", "/shipments/new", "/shipments/SH1")) {
            assertThat(label("clerk", path)).as(path).endsWith(";keep");
            assertThat(get("clerk", path).headers().firstValue("Cache-Control"))
                    .as("nobody else may")
                    .contains("no-store");
        }
        assertThat(label("clerk", "/shipments?state=LOGGED")).doesNotContain("keep");
    }

    @Test
    void nobodyElseMayKeepAny() {
        for (var who : List.of("receiver", "auditor")) {
            for (var path : List.of("/", "/outbox", "/shipments", "/shipments/SH1")) {
                assertThat(label(who, path)).as(who + path).doesNotContain("keep");
            }
        }
        var nobody = service.web().send("GET", "/login");
        assertThat(nobody.headers().firstValue(LABEL).orElseThrow()).doesNotContain("keep");
    }

    @Test
    void aLabelIsOfOneReaderAndSaysNothingOfHim() {
        var mine = label("clerk", "/shipments");
        assertThat(label("clerk", "/outbox")).isEqualTo(mine);
        assertThat(label("neighbour", "/shipments")).isNotEqualTo(mine);
        assertThat(mine).matches("[0-9a-f]{24};keep");
    }

    @Test
    void scriptsAreAskedForAgain() {
        for (var path : List.of("/outbox-worker.js", "/assets/frame.js", "/assets/outbox.css")) {
            var answer = service.web().send("GET", path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control")).as(path).contains("no-cache");
            assertThat(answer.headers()
                            .firstValue("ETag")
                            .or(() -> answer.headers().firstValue("Last-Modified")))
                    .as(path)
                    .isPresent();
        }
        assertThat(service.web()
                        .send("GET", "/outbox-worker.js")
                        .headers()
                        .firstValue("Content-Type")
                        .orElseThrow())
                .contains("javascript");
    }

    @Test
    void thePageOfWhatWaitsHasItsTextsInBothLanguages() {
        assertThat(get("clerk", "/outbox").body()).contains("待上传", "立即上传", "lang=\"zh-CN\"");
        assertThat(get("clerk", "/outbox").headers().firstValue("Content-Language"))
                .contains("zh-CN");
        assertThat(get("clerk", "/outbox", "en").body()).contains("Waiting to be sent", "Send now");
        assertThat(get("clerk", "/").body()).contains("href=\"/outbox\"");
        for (var language : List.of("zh-CN", "en")) {
            for (var path : List.of("/", "/outbox", "/shipments/new", "/shipments/N0")) {
                var html = get("clerk", path, language).body();
                assertThat(RAW.matcher(html).find()).as(html).isFalse();
            }
        }
    }

    @Test
    void aDispatchKnowsWhatItCannotComeBefore() {
        assertThat(get("clerk", "/shipments/N0").body())
                .containsPattern("data-since=\"20\\d\\d-\\d\\d-\\d\\dT[^\"]+Z\"");
    }
}
