package linxi.allinone.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Objects;
import linxi.access.Role;
import linxi.access.account.Accounts;
import linxi.access.account.Logins;
import linxi.access.oidc.Journey;
import linxi.allinone.oidc.Visitor.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People who log in at a provider, there and back, as their browsers do it. */
class PeopleIT {
    private static final String COOKIE = "linxi-session";

    @TempDir
    private static Path folder;

    private static County county;
    private static String us;

    private final Visitor visitor = new Visitor();

    @BeforeAll
    static void start() {
        county = County.in(folder);
        us = county.services().queries();
    }

    @AfterAll
    static void stop() {
        county.close();
    }

    private Page atTheProvider(String next) {
        var form = visitor.follow(visitor.get(us + "/login/oidc?next=" + next));
        assertThat(form.at().toString()).startsWith(county.provider().issuer() + "/login");
        return form;
    }

    /** Where the provider sends somebody back to. */
    private Page backFor(String name) {
        var page = visitor.logIn(atTheProvider("/"), name, EmbeddedProvider.PASSWORD);
        while (!page.next().toString().startsWith(us)) {
            page = visitor.get(page.next());
        }
        return page;
    }

    private Page loggedIn(String name, String next) {
        return visitor.follow(visitor.logIn(atTheProvider(next), name, EmbeddedProvider.PASSWORD));
    }

    private void refused(Page page, String rule) {
        assertThat(page.at().getPath()).isEqualTo("/login");
        assertThat(page.text()).contains("<code>" + rule + "</code>");
        assertThat(visitor.cookie(us, COOKIE)).isNull();
    }

    @Test
    void comeBackWithASessionOfOursToThePageTheyWanted() {
        var page = loggedIn("wangfang", "/shipments%3Fstate%3DLOGGED");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.at()).hasToString(us + "/shipments?state=LOGGED");
        assertThat(page.text()).contains("王芳").doesNotContain("href=\"/password\"");
        assertThat(visitor.way())
                .anySatisfy(it -> assertThat(it)
                        .contains("/oauth2/authorize?response_type=code")
                        .contains("code_challenge_method=S256", "code_challenge=", "state=", "nonce=")
                        .doesNotContain("code_verifier"));
        assertThat(visitor.cookie(us, "linxi-oidc")).as("on the way only").isNull();
        assertThat(visitor.get(us + "/me").text())
                .contains("\"role\":\"CLERK\"", "\"organisation\":\"dakang\"", "\"name\":\"oidc:wangfang\"");
        assertThat(visitor.get(us + "/api/lots?origin=other").status()).isEqualTo(403);
        assertThat(visitor.get(us + "/api/lots?origin=dakang").status()).isEqualTo(200);
    }

    @Test
    void giveCommandsForTheirOrganisationByTheSessionInEitherService() {
        assertThat(loggedIn("wangfang", "/").status()).isEqualTo(200);
        var _ = visitor.get(us + "/me");
        assertThat(visitor.postJson(us + "/api/lots", County.lot("L1")).status())
                .isEqualTo(201);
        var direct = county.services().commands();
        visitor.setCookie(direct, COOKIE, String.valueOf(visitor.cookie(us, COOKIE)));
        assertThat(visitor.postJson(direct + "/api/lots", County.lot("L2")).text())
                .contains("CSRF_TOKEN_WRONG");
        visitor.setCookie(direct, "XSRF-TOKEN", String.valueOf(visitor.cookie(us, "XSRF-TOKEN")));
        assertThat(visitor.postJson(direct + "/api/lots", County.lot("L2")).status())
                .isEqualTo(201);
        assertThat(visitor.postJson(us + "/api/parties", County.party("p")).status())
                .isEqualTo(403);
        var auditor = county.key(Role.AUDITOR);
        assertThat(visitor.get(direct + "/api/events", "Authorization", auditor).text())
                .containsPattern("\"name\" ?: ?\"lot-commissioned\"[^}]*\"by\" ?: ?\"dakang\"");
    }

    @Test
    void areGoneWhenTheyLogOut() {
        assertThat(loggedIn("wangfang", "/").status()).isEqualTo(200);
        var _ = visitor.get(us + "/me");
        var token = String.valueOf(visitor.cookie(us, COOKIE));
        assertThat(visitor.postJson(us + "/logout", "{}").status()).isEqualTo(200);
        assertThat(visitor.cookie(us, COOKIE)).isNull();
        visitor.setCookie(us, COOKIE, token);
        assertThat(visitor.get(us + "/api/lots").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"guest, NO_ROLE_GIVEN", "homeless, NO_ORGANISATION_GIVEN", "stray, NO_ORGANISATION_GIVEN"})
    void areNotLetInWithoutARoleAndItsOrganisation(String name, String rule) {
        refused(loggedIn(name, "/"), rule);
        assertThat(county.services().bean(Accounts.class).find("oidc:" + name)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example/", "https://evil.example/", "/%5Cevil.example", "%09//evil.example"})
    void goOnToAPageOfOursOnly(String next) {
        assertThat(loggedIn("wangfang", next).at()).hasToString(us + "/");
    }

    @Test
    void goOnToAPageOfOursOnlyWhateverIsInTheCookie() {
        var back = backFor("wangfang");
        var own = Objects.requireNonNull(Journey.of(visitor.cookie(us, "linxi-oidc")));
        var evil = new Journey(own.state(), own.nonce(), own.verifier(), "//evil.example/");
        visitor.setCookie(us, "linxi-oidc", evil.cookie());
        assertThat(visitor.get(back.next()).next()).hasToString(us + "/");
        assertThat(visitor.cookie(us, COOKIE)).isNotNull();
    }

    @Test
    void areNotLetInByACodeThatWasUsedOrAnothersOrNotOfThisLogin() {
        var back = backFor("wangfang").next();
        var another = new Visitor();
        assertThat(another.get(back).next().toString()).contains("/login?refused=LOGIN_FAILED");
        assertThat(another.cookie(us, COOKIE)).isNull();
        var forged = back.toString().replaceAll("state=[^&]+", "state=forged");
        refused(visitor.follow(visitor.get(forged)), "LOGIN_FAILED");
        assertThat(visitor.get(back).next()).as("goes on").hasToString(us + "/");
        var used = String.valueOf(visitor.cookie(us, COOKIE));
        assertThat(visitor.get(back).next().toString()).contains("/login?refused=LOGIN_FAILED");
        assertThat(visitor.cookie(us, COOKIE)).isEqualTo(used);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonce", "verifier"})
    void areNotLetInByTheCodeOfALoginThatSomebodyElseBegan(String changed) {
        var back = backFor("wangfang").next();
        var own = Objects.requireNonNull(Journey.of(visitor.cookie(us, "linxi-oidc")));
        var nonce = changed.equals("nonce") ? "x".repeat(128) : own.nonce();
        var verifier = changed.equals("verifier") ? "x".repeat(128) : own.verifier();
        visitor.setCookie(us, "linxi-oidc", new Journey(own.state(), nonce, verifier, "/").cookie());
        refused(visitor.follow(visitor.get(back)), "LOGIN_FAILED");
    }

    @Test
    void comeBackRefusedWhenTheProviderSaysNo() {
        var started = visitor.get(us + "/login/oidc");
        var state = started.next().toString().replaceAll(".*[?&]state=([^&]+).*", "$1");
        refused(
                visitor.follow(visitor.get(us + "/login/oidc/code?error=access_denied&state=" + state)),
                "LOGIN_FAILED");
    }

    @Test
    void getASessionThatNobodyKnewBefore() {
        visitor.setCookie(us, COOKIE, "fixed");
        assertThat(loggedIn("wangfang", "/").status()).isEqualTo(200);
        var first = String.valueOf(visitor.cookie(us, COOKIE));
        assertThat(first).isNotEqualTo("fixed").hasSize(43);
        var again = visitor.follow(visitor.get(us + "/login/oidc"));
        assertThat(again.at())
                .as("who is known at the provider need not say it again")
                .hasToString(us + "/");
        assertThat(visitor.cookie(us, COOKIE)).isNotEqualTo(first);
        visitor.setCookie(us, COOKIE, first);
        assertThat(visitor.get(us + "/api/lots").status()).as("of before").isEqualTo(401);
    }

    @Test
    void canBeShutOutHereThoughTheProviderLetsThemIn() throws InterruptedException {
        assertThat(loggedIn("wanggang", "/").status()).isEqualTo(200);
        assertThat(visitor.get(us + "/api/lots?origin=dakang").status()).isEqualTo(200);
        var admin = county.key(Role.ADMIN);
        var accounts = us + "/admin/accounts";
        assertThat(visitor.get(accounts, "Authorization", admin).text())
                .contains("\"name\":\"oidc:wanggang\"", "\"person\":\"王刚\"");
        assertThat(county.post(accounts + "/oidc:wanggang/role", admin, "{\"role\": \"ADMIN\"}")
                        .text())
                .contains("BAD_ACCOUNT");
        assertThat(county.post(accounts + "/oidc:wanggang/password", admin, "{}")
                        .text())
                .contains("BAD_ACCOUNT");
        assertThat(county.post(accounts + "/oidc:wanggang/disable", admin, "{}").status())
                .isEqualTo(200);
        Thread.sleep(2_500); // what is remembered of it, and not more
        assertThat(visitor.get(us + "/api/lots?origin=dakang").status()).isEqualTo(401);
        var again = new Visitor();
        var form = again.follow(again.get(us + "/login/oidc"));
        var page = again.follow(again.logIn(form, "wanggang", EmbeddedProvider.PASSWORD));
        assertThat(page.text()).contains("DISABLED_HERE");
        assertThat(again.cookie(us, COOKIE)).isNull();
    }

    @Test
    void areNamedInTheLogOfWhoLookedAtHouseholds() {
        assertThat(loggedIn("viewer", "/").status()).isEqualTo(200);
        var purpose = "%E6%A0%B8%E5%AF%B9%E6%94%B6%E5%85%A5%E5%85%AC%E7%A4%BA";
        assertThat(visitor.get(us + "/api/households", "X-Purpose", purpose).status())
                .isEqualTo(200);
        assertThat(county.services()
                        .bean(MongoDatabase.class)
                        .getCollection("household_access")
                        .find()
                        .into(new ArrayList<>()))
                .singleElement()
                .satisfies(it -> assertThat(it.getString("account")).isEqualTo("oidc:viewer"));
    }

    @Test
    void haveNoPasswordHereButOthersGoOnToHaveOne() {
        assertThat(loggedIn("viewer", "/").status()).isEqualTo(200);
        var _ = visitor.get(us + "/me");
        var change = "{\"old\": \"open sesame\", \"next\": \"another sesame\"}";
        assertThat(visitor.postJson(us + "/password", change).text()).contains("NO_PASSWORD_HERE");
        var _ = county.services().bean(Logins.class).add("glass", "correct horse", Role.ADMIN, null, false);
        var local = new Visitor();
        assertThat(local.postJson(us + "/login", "{\"name\": \"glass\", \"password\": \"correct horse\"}")
                        .status())
                .isEqualTo(200);
        assertThat(local.get(us + "/admin/accounts").status()).isEqualTo(200);
    }

    @Test
    void findTheButtonOnTheLoginPage() {
        assertThat(visitor.get(us + "/login?next=/overview", "Accept-Language", "zh")
                        .text())
                .contains("用单位账号登录", "href=\"/login/oidc?next=/overview\"");
        assertThat(visitor.get(us + "/login?next=//evil.example&refused=%3Cscript%3E", "Accept-Language", "en")
                        .text())
                .contains("Log in with your organisation&#39;s account", "href=\"/login/oidc?next=/\"")
                .doesNotContain("evil", "<code>");
    }
}
