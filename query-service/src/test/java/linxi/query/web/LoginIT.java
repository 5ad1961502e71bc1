package linxi.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import linxi.access.Role;
import linxi.access.account.Logins;
import linxi.access.gate.PseudonymSecret;
import linxi.access.key.ApiKeys;
import linxi.access.oidc.Provider;
import linxi.access.web.Housekeeping;
import linxi.events.PartyId;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Logging in as a browser does: cookies, the token against forged requests, first passwords. */
class LoginIT {
    private static final String PASSWORD = "correct horse";

    private static LoggedIn service;
    private static String first;

    @BeforeAll
    static void start() {
        service = LoggedIn.start();
        first = service.context()
                .getBean(Housekeeping.class)
                .firstPassword()
                .join()
                .orElseThrow();
        var logins = service.context().getBean(Logins.class);
        var _ = logins.add("clerk", PASSWORD, Role.CLERK, new PartyId("dakang"), false);
        var _ = logins.add("analyst", PASSWORD, Role.ANALYST, null, false);
        var _ = logins.add("viewer", PASSWORD, Role.HOUSEHOLD_VIEWER, null, false);
        var _ = logins.add("boss", PASSWORD, Role.ADMIN, null, false);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Browser as(String name) {
        var browser = new Browser(service.web());
        assertThat(browser.login(name, PASSWORD).statusCode()).isEqualTo(200);
        var _ = browser.get("/me");
        return browser;
    }

    private static String rule(HttpResponse<String> answer) {
        return WebClient.json(answer).path("rule").asString("");
    }

    @Test
    void answersByTheSessionOfACookieThatNoScriptCanRead() {
        var browser = new Browser(service.web());
        assertThat(rule(browser.get("/api/shipments/SH1"))).isEqualTo("NOT_LOGGED_IN");
        var answer = browser.login("clerk", PASSWORD);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .anySatisfy(it -> assertThat(it)
                        .startsWith("linxi-session=")
                        .contains("HttpOnly")
                        .contains("SameSite=Lax"));
        assertThat(WebClient.json(answer).path("organisation").asString()).isEqualTo("dakang");
        assertThat(browser.get("/api/shipments/SH1").statusCode()).isEqualTo(200);
        var _ = browser.get("/me");
        assertThat(browser.send("/logout", "{}").statusCode()).isEqualTo(200);
        assertThat(browser.get("/api/shipments/SH1").statusCode()).isEqualTo(401);
    }

    @Test
    void keepsNothingOfASessionThatWasEnded() {
        var browser = as("clerk");
        var token = browser.cookie("linxi-session");
        assertThat(browser.send("/logout", "{}").statusCode()).isEqualTo(200);
        var stolen = service.web().send("GET", "/api/shipments/SH1", "Cookie", "linxi-session=" + token);
        assertThat(stolen.statusCode()).isEqualTo(401);
    }

    @Test
    void refusesARequestThatBringsACookieButNoTokenOfOurPages() {
        var browser = as("boss");
        assertThat(rule(browser.post("/admin/keys", "{}"))).isEqualTo("CSRF_TOKEN_WRONG");
        assertThat(rule(browser.post("/admin/keys", "{}", "X-XSRF-TOKEN", "guessed")))
                .isEqualTo("CSRF_TOKEN_WRONG");
        assertThat(rule(browser.post("/api/lots", "{}"))).isEqualTo("CSRF_TOKEN_WRONG");
        assertThat(rule(browser.send("/admin/keys", "{}"))).isEqualTo("BAD_BODY");
    }

    @Test
    void takesALoginAsJsonOnly() {
        var form = "name=clerk&password=correct+horse".getBytes(StandardCharsets.UTF_8);
        var answer = service.web().send("POST", "/login", form, "Content-Type", "application/x-www-form-urlencoded");
        assertThat(rule(answer)).isEqualTo("BAD_BODY");
        for (var body : List.of("", "[]", "{\"name\": 1}", "{\"name\": \"clerk\"}", "{\"name\": {\"$ne\": 1}}")) {
            assertThat(rule(new Browser(service.web()).post("/login", body)))
                    .as(body)
                    .isEqualTo("BAD_BODY");
        }
    }

    @Test
    void letsAFirstPasswordDoNothingButBeChanged() {
        var boss = as("boss");
        var made = WebClient.json(boss.send(
                "/admin/accounts", "{\"name\": \"fresh\", \"role\": \"CLERK\", \"organisation\": \"dakang\"}"));
        var first = made.path("secret").asString();
        var fresh = new Browser(service.web());
        assertThat(WebClient.json(fresh.login("fresh", first))
                        .path("mustChange")
                        .asBoolean())
                .isTrue();
        var _ = fresh.get("/me");
        assertThat(rule(fresh.get("/api/shipments/SH1"))).isEqualTo("PASSWORD_TO_BE_CHANGED");
        assertThat(rule(fresh.get("/api/nothing"))).isEqualTo("PASSWORD_TO_BE_CHANGED");
        var change = "{\"old\": \"%s\", \"next\": \"%s\"}";
        assertThat(rule(fresh.send("/password", change.formatted(first, "short"))))
                .isEqualTo("PASSWORD_TOO_SHORT");
        assertThat(rule(fresh.send("/password", change.formatted(first, first))))
                .isEqualTo("PASSWORD_UNCHANGED");
        assertThat(rule(fresh.send("/password", change.formatted("wrong", "my own words"))))
                .isEqualTo("WRONG_NAME_OR_PASSWORD");
        var before = fresh.cookie("linxi-session");
        assertThat(fresh.send("/password", change.formatted(first, "my own words"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(fresh.cookie("linxi-session")).isNotEqualTo(before);
        assertThat(fresh.cookie("XSRF-TOKEN")).as("of before").isEqualTo("none");
        assertThat(fresh.get("/api/shipments/SH1").statusCode()).isEqualTo(200);
    }

    @Test
    void makesAnAdministratorWhereThereIsNone() {
        var admin = new Browser(service.web());
        var answer = WebClient.json(admin.login(Housekeeping.FIRST, first));
        assertThat(answer.path("role").asString()).isEqualTo("ADMIN");
        assertThat(answer.path("mustChange").asBoolean()).isTrue();
    }

    @Test
    void saysNothingOfWhichNamesThereAre() {
        var unknown = new Browser(service.web()).login("nobody", PASSWORD);
        var wrong = new Browser(service.web()).login("analyst", "another horse");
        assertThat(unknown.statusCode()).isEqualTo(wrong.statusCode()).isEqualTo(401);
        assertThat(WebClient.json(unknown).path("detail"))
                .isEqualTo(WebClient.json(wrong).path("detail"));
    }

    @Test
    void showsAnalystsPseudonymsThatLeadToTheSameHousehold() {
        var analyst = as("analyst");
        var households = WebClient.json(analyst.get("/api/households?limit=1"));
        var pseudonym = households.at("/items/0/id").asString();
        assertThat(pseudonym).startsWith("p.").doesNotContain("H01");
        assertThat(households.path("next").asString()).startsWith("p.");
        var second = WebClient.json(
                analyst.get("/api/households?after=" + households.path("next").asString()));
        assertThat(second.at("/items").size()).isEqualTo(1);
        assertThat(second.at("/items/0/id").asString()).startsWith("p.").isNotEqualTo(pseudonym);
        var income = analyst.get("/api/households/" + pseudonym + "/income");
        assertThat(WebClient.json(income).at("/total/fen").longValue()).isEqualTo(28_800);
        for (var path : List.of("/api/lots/T1", "/api/lots", "/api/agreements/A1", "/api/shipments/SH1")) {
            assertThat(analyst.get(path).body()).as(path).doesNotContain("H01").doesNotContain("H02");
        }
        assertThat(analyst.get("/api/lots/T1").body()).contains(pseudonym);
        assertThat(income.body()).doesNotContain("H01");
    }

    /** What a pseudonym or a cursor stands for must not come back as what was wrong with it. */
    @Test
    void namesNoKeyInARefusalToAnAnalyst() {
        var analyst = as("analyst");
        var list = WebClient.json(analyst.get("/api/households?limit=1"));
        var pseudonym = list.at("/items/0/id").asString();
        var cursor = list.path("next").asString();
        var gone = service.context().getBean(PseudonymSecret.class).get().of("H01-of-old");
        for (var path : List.of(
                "/api/households?after=" + pseudonym,
                "/api/households/" + gone,
                "/api/households/" + gone + "/income",
                "/api/households/" + cursor,
                "/api/households/" + cursor + "/income",
                "/api/households/" + pseudonym + "/income?from=never",
                "/api/households?after=" + cursor + "&limit=0")) {
            var answer = analyst.get(path);
            assertThat(answer.statusCode()).as(path).isBetween(400, 404);
            assertThat(answer.body()).as(path).doesNotContain("H01").doesNotContain("aSBIMDE");
        }
    }

    @Test
    void showsKeysToAViewerWhoSaysWhyAndWritesThatDown() {
        var viewer = as("viewer");
        assertThat(viewer.get("/api/households/H01/income").statusCode()).isEqualTo(404);
        assertThat(rule(viewer.get("/api/households/H01/income", "X-Purpose", "a")))
                .isEqualTo("PURPOSE_MISSING");
        var purpose = "%E6%A0%B8%E5%AF%B9%E6%94%B6%E5%85%A5%E5%85%AC%E7%A4%BA";
        var answer = viewer.get("/api/households/H01/income", "X-Purpose", purpose);
        assertThat(WebClient.json(answer).at("/household/id").asString()).isEqualTo("H01");
        var log = service.context()
                .getBean(MongoDatabase.class)
                .getCollection("household_access")
                .find(new Document("account", "viewer"))
                .into(new ArrayList<>());
        assertThat(log).singleElement().satisfies(it -> {
            assertThat(it.getString("account")).isEqualTo("viewer");
            assertThat(it.getString("purpose")).isEqualTo("核对收入公示");
            assertThat(it.getString("path")).isEqualTo("/api/households/H01/income");
        });
        assertThat(as("analyst")
                        .get("/api/households/H01/income", "X-Purpose", purpose)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void hidesFromClerksWhoIsPoor() {
        var household = WebClient.json(as("clerk").get("/api/households/H01"));
        assertThat(household.path("status").isNull()).isTrue();
        assertThat(household.path("statuses").isEmpty()).isTrue();
    }

    @Test
    void endsSessionsAndKeysThatAreTakenAway() throws InterruptedException {
        var boss = as("boss");
        var made = WebClient.json(boss.send("/admin/keys", "{\"title\": \"export\", \"role\": \"AUDITOR\"}"));
        var key = made.path("secret").asString();
        assertThat(service.web()
                        .send("GET", "/api/lots", "Authorization", "Bearer " + key)
                        .statusCode())
                .isEqualTo(200);
        assertThat(boss.send("/admin/keys/" + ApiKeys.id(key) + "/revocation", "{}")
                        .statusCode())
                .isEqualTo(200);
        Thread.sleep(2_500); // what is remembered of it, and not more
        assertThat(service.web()
                        .send("GET", "/api/lots", "Authorization", "Bearer " + key)
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void putsOnlyExistingOrganisationsIntoAccounts() {
        var boss = as("boss");
        for (var wrong : List.of(
                "{\"name\": \"x1y\", \"role\": \"CLERK\"}",
                "{\"name\": \"x1y\", \"role\": \"CLERK\", \"organisation\": \"nobody\"}",
                "{\"name\": \"x1y\", \"role\": \"KING\"}",
                "{\"name\": \"X Y\", \"role\": \"ANALYST\"}")) {
            assertThat(rule(boss.send("/admin/accounts", wrong))).as(wrong).isEqualTo("BAD_ACCOUNT");
        }
        assertThat(rule(boss.send("/admin/accounts/boss/disable", "{}"))).isEqualTo("BAD_ACCOUNT");
        assertThat(rule(boss.send("/admin/accounts", "{\"name\": \"clerk\", \"role\": \"ANALYST\"}")))
                .isEqualTo("ACCOUNT_EXISTS");
    }

    /** Without its profile there is nothing of it: no part, no button, no way there. */
    @Test
    void knowsNoProviderUnlessItIsToldTo() {
        assertThat(service.context().getBeansOfType(Provider.class)).isEmpty();
        var stranger = new Browser(service.web());
        assertThat(stranger.get("/login").body()).doesNotContain("/login/oidc").doesNotContain("<details");
        assertThat(rule(stranger.get("/login/oidc"))).isEqualTo("NO_PROVIDER");
        assertThat(rule(stranger.get("/api/lots", "Authorization", "Bearer eyJhbGciOiJub25lIn0.e30.")))
                .isEqualTo("NOT_LOGGED_IN");
    }

    @Test
    void sendsWhatKeepsAPageToOurOrigin() {
        var answer = new Browser(service.web()).get("/me");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'")
                .contains("frame-ancestors 'none'");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }
}
