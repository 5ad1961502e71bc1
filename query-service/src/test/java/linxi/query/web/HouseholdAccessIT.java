package linxi.query.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import linxi.access.Role;
import linxi.access.key.ApiKeys;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Looks at households by their keys leave a line, an auditor's too, and auditors read these lines. */
class HouseholdAccessIT {
    private static final Pattern ROW = Pattern.compile("<tr data-look>.*?</tr>", Pattern.DOTALL);
    private static final Pattern OLDER = Pattern.compile("href=\"(/household-access\\?after=[^\"]+)\"");

    private static LoggedIn service;
    private static Map<Role, String> keys;

    @BeforeAll
    static void start() {
        service = LoggedIn.start();
        var made = service.context().getBean(ApiKeys.class);
        keys = new EnumMap<>(Role.class);
        for (var role : List.of(Role.AUDITOR, Role.HOUSEHOLD_VIEWER, Role.ANALYST, Role.ADMIN)) {
            keys.put(role, made.make("for " + role, role, null));
        }
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void forget() {
        var _ = lines().deleteMany(new Document());
    }

    private static MongoCollection<Document> lines() {
        return service.context().getBean(MongoDatabase.class).getCollection("household_access");
    }

    private static String account(Role role) {
        return "key:" + ApiKeys.id(Objects.requireNonNull(keys.get(role)));
    }

    private static HttpResponse<String> open(Role role, String path, String... more) {
        var headers = new ArrayList<>(List.of("Authorization", "Bearer " + keys.get(role), "Accept-Language", "en"));
        headers.addAll(List.of(more));
        return service.web().send("GET", path, headers.toArray(String[]::new));
    }

    private static String page(String path) {
        var answer = open(Role.AUDITOR, path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static List<String> rows(String html) {
        return ROW.matcher(html).results().map(MatchResult::group).toList();
    }

    @Test
    void anAuditorLeavesALineWhereverKeysStand() {
        var seen = List.of(
                "/households?all=true",
                "/households/H01/income",
                "/api/households/H01",
                "/lots/T1",
                "/export/incomes.csv");
        seen.forEach(path -> assertThat(page(path)).as(path).contains("H01"));
        assertThat(lines().find())
                .extracting(it -> it.getString("purpose"), it -> it.getString("path"), it -> it.getString("query"))
                .containsExactly(
                        tuple("audit", "/households", "all=true"),
                        tuple("audit", "/households/H01/income", null),
                        tuple("audit", "/api/households/H01", null),
                        tuple("audit", "/lots/T1", null),
                        tuple("audit", "/export/incomes.csv", null));
        assertThat(lines().find()).allSatisfy(it -> {
            assertThat(it.getString("account")).isEqualTo(account(Role.AUDITOR));
            assertThat(it.getString("role")).isEqualTo("AUDITOR");
        });
    }

    @Test
    void anAdministratorLeavesALineAsWell() {
        var seen = List.of("/registers/households", "/households", "/api/households", "/export/households.csv");
        seen.forEach(
                path -> assertThat(open(Role.ADMIN, path).statusCode()).as(path).isEqualTo(200));
        assertThat(lines().find())
                .extracting(it -> it.getString("role"), it -> it.getString("purpose"), it -> it.getString("path"))
                .containsExactlyElementsOf(seen.stream()
                        .map(path -> tuple("ADMIN", "register", path))
                        .toList());
    }

    @Test
    void oneLineIsLeftOfALookInVain() {
        assertThat(open(Role.AUDITOR, "/households/H99/income", "Accept", "text/html")
                        .statusCode())
                .isEqualTo(404);
        assertThat(lines().countDocuments()).isEqualTo(1);
    }

    @Test
    void noLineIsLeftWhereNoKeyIsShown() {
        for (var path : List.of("/overview", "/shipments/SH1", "/settlements/S1", "/api/income", "/household-access")) {
            var _ = page(path);
        }
        assertThat(open(Role.ANALYST, "/households/H01/income").statusCode()).isEqualTo(404);
        assertThat(open(Role.ANALYST, "/households").statusCode()).isEqualTo(200);
        assertThat(open(Role.HOUSEHOLD_VIEWER, "/households").statusCode()).isEqualTo(200);
        assertThat(lines().countDocuments()).isZero();
    }

    @Test
    void auditorsReadWhoLookedWhereAndWhatFor() {
        assertThat(page("/household-access")).contains("Nobody has looked at households by their keys yet");
        // It has the length of a purpose, and is a viewer's.
        var viewer = open(Role.HOUSEHOLD_VIEWER, "/households?all=true", "X-Purpose", "audit%3Cb%3E");
        assertThat(viewer.body()).contains("H01");
        var _ = page("/lots/T1");
        var rows = rows(page("/household-access"));
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0)).contains(account(Role.AUDITOR), ">Audit<", "<code>/lots/T1</code>");
        assertThat(rows.get(1)).contains(account(Role.HOUSEHOLD_VIEWER), ">audit&lt;b&gt;<", "/households?all=true");
        assertThat(page("/export/household-access.csv").lines().skip(1))
                .hasSize(2)
                .satisfiesExactly(
                        line -> assertThat(line).contains("auditor,Audit,/lots/T1"),
                        line -> assertThat(line).contains("audit<b>,/households?all=true"));
        assertThat(open(Role.ADMIN, "/registers/households").statusCode()).isEqualTo(200);
        assertThat(rows(page("/household-access")).getFirst()).contains(">Keeping the register<");
        for (var role : List.of(Role.HOUSEHOLD_VIEWER, Role.ANALYST, Role.ADMIN)) {
            assertThat(open(role, "/household-access").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void pagesGoOnToTheOldest() {
        var old = Date.from(Instant.parse("2020-07-01T00:00:00Z"));
        var _ = lines().insertMany(IntStream.range(0, 205)
                .mapToObj(i -> new Document("at", old)
                        .append("account", "viewer")
                        .append("purpose", "number " + i + ".")
                        .append("path", "/households")
                        .append("query", null))
                .toList());
        var all = new ArrayList<String>();
        var sizes = new ArrayList<Integer>();
        for (var next = "/household-access"; next != null; ) {
            var html = page(next);
            all.addAll(rows(html));
            sizes.add(rows(html).size());
            var older = OLDER.matcher(html);
            next = older.find() ? older.group(1) : null;
        }
        assertThat(sizes).containsExactly(100, 100, 5);
        assertThat(new HashSet<>(all)).hasSize(205);
        assertThat(all.getFirst()).contains("number 204.", "2020-07-01 08:00");
        assertThat(all.getLast()).contains("number 0.");
        assertThat(page("/export/household-access.csv").lines())
                .hasSize(206)
                .last()
                .asString()
                .contains("number 0.");
        assertThat(open(Role.AUDITOR, "/household-access?after=x").statusCode()).isEqualTo(400);
        assertThat(open(Role.AUDITOR, "/household-access?limit=5").statusCode()).isEqualTo(400);
    }
}
