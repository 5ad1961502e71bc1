package linxi.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Agreements over HTTP, and every row of the bad-input table that concerns them. */
class AgreementsIT {
    private static final County COUNTY = new County();

    @AfterAll
    static void stop() {
        COUNTY.close();
    }

    private static String agreement(String id, String product, String rest) {
        return """
                {"id":"%s","origin":"dakang","products":["%s"],"validFrom":"2020-01-01",%s}""".formatted(id, product, rest);
    }

    @Test
    void isPublishedAmendedAndEnded() {
        var first =
                COUNTY.post(201, "dakang", "/api/agreements", agreement("A1", "tomato", "\"paths\":{\"WAGE\":10000}"));
        assertThat(first.header("Location")).isEqualTo("/api/agreements/A1");
        COUNTY.refuse(
                409,
                "AGREEMENT_EXISTS",
                "dakang",
                "/api/agreements",
                agreement("A1", "beef", "\"paths\":{\"WAGE\":10000}"));
        COUNTY.refuse(
                409,
                "OVERLAPPING_AGREEMENT",
                "dakang",
                "/api/agreements",
                agreement("A2", "tomato", "\"paths\":{\"WAGE\":10000}"));
        var version = "{\"validFrom\":\"%s\",\"paths\":{\"DIVIDEND\":10000},\"members\":{\"DIVIDEND\":{\"H01\":1}}}";
        COUNTY.refuse(
                409, "OVERLAPPING_VERSION", "dakang", "/api/agreements/A1/versions", version.formatted("2020-01-01"));
        COUNTY.refuse(
                403,
                "NOT_THE_ORIGIN_OF_THE_AGREEMENT",
                "other-coop",
                "/api/agreements/A1/versions",
                version.formatted("2020-02-01"));
        COUNTY.refuse(
                404, "AGREEMENT_UNKNOWN", "dakang", "/api/agreements/A9/versions", version.formatted("2020-02-01"));
        COUNTY.post(200, "dakang", "/api/agreements/A1/versions", version.formatted("2020-02-01"));
        COUNTY.refuse(
                409, "ENDS_BEFORE_NEWEST_VERSION", "dakang", "/api/agreements/A1/end", "{\"validTo\":\"2020-01-31\"}");
        var ended = COUNTY.post(200, "dakang", "/api/agreements/A1/end", "{\"validTo\":\"2020-06-30\"}");
        COUNTY.refuse(409, "AGREEMENT_ENDED", "dakang", "/api/agreements/A1/end", "{\"validTo\":\"2020-07-31\"}");
        COUNTY.refuse(409, "AGREEMENT_ENDED", "dakang", "/api/agreements/A1/versions", version.formatted("2020-08-01"));
        long from = first.json().path("position").longValue() - 2;
        var names = COUNTY.events(from).stream()
                .filter(event -> event.path("position").longValue()
                        <= ended.json().path("position").longValue())
                .map(event -> event.path("name").stringValue())
                .toList();
        assertThat(names)
                .containsExactly(
                        "agreement-published",
                        "product-covered",
                        "agreement-amended",
                        "agreement-ended",
                        "product-cover-ended");
        COUNTY.post(
                201,
                "dakang",
                "/api/agreements",
                agreement("A3", "tomato", "\"paths\":{\"WAGE\":10000}").replace("2020-01-01", "2020-07-01"));
    }

    /** status, rule, body */
    private static List<String[]> bad() {
        var bad = new ArrayList<String[]>();
        bad.add(new String[] {"422", "SHARES_DO_NOT_ADD_UP", "\"paths\":{\"WAGE\":9999}"});
        bad.add(new String[] {"422", "SHARES_DO_NOT_ADD_UP", "\"paths\":{}"});
        bad.add(new String[] {"422", "FIELD_MISSING", "\"members\":{}"});
        bad.add(new String[] {"422", "VALUE_UNKNOWN", "\"paths\":{\"LOTTERY\":10000}"});
        bad.add(new String[] {"422", "NEGATIVE", "\"paths\":{\"WAGE\":10000,\"DIVIDEND\":-1}"});
        bad.add(new String[] {"422", "NOT_WHOLE", "\"paths\":{\"WAGE\":9999.5}"});
        bad.add(new String[] {"400", "WRONG_JSON_TYPE", "\"paths\":{\"WAGE\":\"10000\"}"});
        bad.add(new String[] {"400", "WRONG_JSON_TYPE", "\"paths\":[]"});
        bad.add(new String[] {
            "422", "MEMBERS_OF_NO_PATH", "\"paths\":{\"WAGE\":10000},\"members\":{\"DIVIDEND\":{\"H01\":1}}"
        });
        bad.add(new String[] {
            "422",
            "ORDER_PURCHASE_TAKES_NO_MEMBERS",
            "\"paths\":{\"ORDER_PURCHASE\":10000},\"members\":{\"ORDER_PURCHASE\":{\"H01\":1}}"
        });
        bad.add(new String[] {
            "422", "NUMBER_OUT_OF_RANGE", "\"paths\":{\"WAGE\":10000},\"members\":{\"WAGE\":{\"H01\":1000000001}}"
        });
        bad.add(new String[] {
            "404", "HOUSEHOLD_UNKNOWN", "\"paths\":{\"WAGE\":10000},\"members\":{\"WAGE\":{\"H99\":1}}"
        });
        return bad;
    }

    @Test
    void refusesEveryBadForm() {
        for (var row : bad()) {
            COUNTY.refuse(
                    Integer.parseInt(row[0]), row[1], "dakang", "/api/agreements", agreement("B1", "beef", row[2]));
        }
        var good = agreement("B1", "beef", "\"paths\":{\"WAGE\":10000}");
        COUNTY.refuse(404, "PRODUCT_UNKNOWN", "dakang", "/api/agreements", good.replace("beef", "caviar"));
        COUNTY.refuse(404, "PARTY_UNKNOWN", "dakang", "/api/agreements", good.replace("dakang", "nobody"));
        COUNTY.refuse(422, "NAMED_TWICE", "dakang", "/api/agreements", good.replace("\"beef\"", "\"beef\",\"beef\""));
        COUNTY.refuse(422, "NO_DAY", "dakang", "/api/agreements", good.replace("2020-01-01", "2020-02-30"));
        COUNTY.refuse(403, "NOT_THE_ORIGIN_OF_THE_AGREEMENT", "xinfadi", "/api/agreements", good);
        COUNTY.refuse(403, "NOT_THE_ORIGIN_OF_THE_AGREEMENT", "never-seen", "/api/agreements", good);
        var nobody = COUNTY.service().post("/api/agreements", good);
        assertThat(nobody.status()).isEqualTo(401);
    }

    @Test
    void refusesTooManyMembers() {
        var members = new StringBuilder("\"H0\":1");
        for (int i = 1; i <= 20_000; i++) {
            members.append(",\"H").append(i).append("\":1");
        }
        COUNTY.refuse(
                422,
                "TOO_LARGE",
                "dakang",
                "/api/agreements",
                agreement("B2", "beef", "\"paths\":{\"WAGE\":10000},\"members\":{\"WAGE\":{" + members + "}}"));
    }
}
