package linxi.query.web;

import static linxi.query.Story.YONGHUI;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import linxi.access.Role;
import linxi.access.account.Logins;
import linxi.access.key.ApiKeys;
import linxi.query.check.LastVerification;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages of operations and of accounts, and what people see where they are refused. */
class AdministrationScreensIT {
    private static LoggedIn service;
    private static Map<Role, String> keys;

    @BeforeAll
    static void start() {
        service = LoggedIn.start();
        var made = service.context().getBean(ApiKeys.class);
        keys = new EnumMap<>(Role.class);
        for (var role : Role.values()) {
            keys.put(role, made.make("for " + role, role, role.isOfOneOrganisation() ? YONGHUI : null));
        }
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static HttpResponse<String> open(Role role, String path, String accept, String language) {
        return service.web()
                .send(
                        "GET",
                        path,
                        "Authorization",
                        "Bearer " + keys.get(role),
                        "Accept",
                        accept,
                        "Accept-Language",
                        language);
    }

    private static String page(Role role, String path) {
        var answer = open(role, path, "text/html", "zh-CN");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    @Test
    void tellWhatStandsStill() {
        var page = page(Role.AUDITOR, "/operations");
        assertThat(page).contains("无应答", "命令服务", "目前没有重建在进行", "没有被拒的导入");
        assertThat(page).as("for administrators").doesNotContain("data-rebuild");
        assertThat(page(Role.ADMIN, "/operations")).contains("data-rebuild", "<option value=\"sales\"");
    }

    @Test
    void tellOfTheLastVerification() {
        var database = service.context().getBean(MongoDatabase.class);
        assertThat(page(Role.AUDITOR, "/operations")).contains("./linxi verify");
        new LastVerification(Instant.parse("2020-07-01T00:00:00Z"), 41, "abc", false).write(database);
        new LastVerification(Instant.parse("2020-07-02T00:00:00Z"), 42, "def", true).write(database);
        assertThat(page(Role.AUDITOR, "/operations"))
                .contains("2020-07-02 08:00 核验到位置 42", "def", "完整无误")
                .doesNotContain("abc");
    }

    @Test
    void listAccountsAndKeysWithoutTheirSecrets() {
        var password = "a long password";
        var _ = service.context().getBean(Logins.class).add("zhang", password, Role.RECEIVER, YONGHUI);
        var page = page(Role.ADMIN, "/accounts");
        assertThat(page)
                .contains("data-account=\"zhang\"", "yonghui", "for CLERK")
                .doesNotContain(password);
        keys.values()
                .forEach(key -> assertThat(page)
                        .contains(ApiKeys.id(key))
                        .doesNotContain(key.substring(key.lastIndexOf('.') + 1)));
    }

    @Test
    void sayInWordsWhyAPageIsRefused() {
        var refused = open(Role.CLERK, "/overview", "text/html,*/*;q=0.8", "en");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(refused.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(refused.body()).contains("ROLE_NOT_ALLOWED", "Your role does not allow this", "lang=\"en\"");
        var none = open(Role.ANALYST, "/shipments/%3Cb%3Enone", "text/html", "zh-CN");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(none.body()).contains("<h1>").doesNotContain("<b>none");
    }

    @Test
    void keepProblemsForPrograms() {
        for (var path : new String[] {"/overview", "/shipments/none"}) {
            var refused = open(Role.ADMIN, path, "*/*", "en");
            assertThat(refused.statusCode()).isGreaterThanOrEqualTo(400);
            assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        }
        var data = open(Role.ANALYST, "/api/shipments/none", "text/html,*/*;q=0.8", "en");
        assertThat(data.statusCode()).isEqualTo(404);
        assertThat(data.headers().firstValue("Content-Type")).contains("application/problem+json");
    }
}
