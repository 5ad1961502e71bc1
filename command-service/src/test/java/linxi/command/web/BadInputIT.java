package linxi.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows of the table of bad input that the registers can show: right status, right rule, nothing written. */
class BadInputIT {
    private static final String PARTY = "{\"id\":\"p1\",\"kind\":\"MARKET\",\"name\":{\"zh\":\"新发地\"}}";
    private static final Service SERVICE = Service.start();

    @BeforeAll
    static void register() {
        assertThat(SERVICE.post("/api/parties", PARTY).status()).isEqualTo(201);
        assertThat(SERVICE.post(
                                "/api/products",
                                "{\"id\":\"egg\",\"kind\":\"EGG\",\"name\":{\"zh\":\"鸡蛋\"},\"baseUnit\":\"PIECE\"}",
                                "X-Party",
                                "p1")
                        .status())
                .isEqualTo(201);
        assertThat(SERVICE.post(
                                "/api/households",
                                "{\"id\":\"H1\",\"village\":\"v\",\"status\":\"MARGINAL\",\"statusFrom\":\"2020-01-01\"}",
                                "X-Party",
                                "p1")
                        .status())
                .isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api/parties                | {                                                   | 400 | MALFORMED_JSON
            /api/parties                | {"id":7,"kind":"MARKET","name":{"zh":"a"}}          | 400 | WRONG_JSON_TYPE
            /api/parties                | {"id":"a b","kind":"MARKET","name":{"zh":"a"}}      | 422 | NO_ID
            /api/parties                | {"id":"a","kind":"MOON","name":{"zh":"a"}}          | 422 | VALUE_UNKNOWN
            /api/parties                | {"id":"a","kind":"MARKET"}                          | 422 | FIELD_MISSING
            /api/parties                | {"id":"a","kind":"MARKET","name":{"zh":"a"},"x":1}  | 422 | FIELD_UNKNOWN
            /api/parties                | {"id":"register","kind":"MARKET","name":{"zh":"a"}} | 422 | PARTY_ID_RESERVED
            /api/parties                | {"id":"p1","kind":"MARKET","name":{"zh":"a"}}       | 409 | PARTY_EXISTS
            /api/parties/p9/suspension  | {"reason":"r"}                                      | 404 | PARTY_UNKNOWN
            /api/parties/p1/suspension  | {"reason":"13812345678"}                            | 422 | PERSONAL_DATA
            /api/households             | {"id":"H1","village":"v"}                           | 409 | HOUSEHOLD_EXISTS
            /api/households             | {"id":"H2","village":"v","status":"MARGINAL"}       | 422 | FIELD_MISSING
            /api/households/H9/status   | {"status":"MARGINAL","from":"2020-01-01"}           | 404 | HOUSEHOLD_UNKNOWN
            /api/households/H1/status   | {"status":"MARGINAL","from":"2020-01-01"}           | 409 | SPELLS_OVERLAP
            /api/households/H1/status   | {"status":"MARGINAL","from":"2020-02-30"}           | 422 | NO_DAY
            /api/nothing                | {}                                                  | 404 | NO_SUCH_PATH
            """)
    void refuses(String path, String body, int status, String rule) {
        assertRefused(SERVICE.post(path, body, "X-Party", "p1"), status, rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"name":"tray","contains":0}     | 422 | NOT_POSITIVE
            {"name":"tray","contains":1.5}   | 422 | NOT_WHOLE
            {"name":"Tonne","contains":5}    | 422 | PACK_NAMED_LIKE_UNIT
            """)
    void refusesPacks(String pack, int status, String rule) {
        var product = "{\"id\":\"e2\",\"kind\":\"EGG\",\"name\":{\"zh\":\"蛋\"},\"baseUnit\":\"PIECE\",\"packs\":["
                + pack + "]}";
        assertRefused(SERVICE.post("/api/products", product, "X-Party", "p1"), status, rule);
    }

    @Test
    void refusesWhoMayNotAct() {
        var party = PARTY.replace("p1", "p2");
        assertRefused(SERVICE.post("/api/parties", party), 401, "NO_ACTING_PARTY");
        assertRefused(SERVICE.post("/api/parties", party, "X-Party", "ghost"), 403, "ACTING_PARTY_UNKNOWN");
        assertRefused(SERVICE.post("/api/parties", party, "X-Party", "a b"), 403, "ACTING_PARTY_UNKNOWN");
    }

    /** It would be refused after it was recorded, otherwise. */
    @Test
    void answersACommandWhateverTypeIsAskedFor() {
        var party = PARTY.replace("p1", "accepts-xml");
        var answer = SERVICE.post("/api/parties", party, "X-Party", "p1", "Accept", "application/xml");
        assertThat(answer.status()).isEqualTo(201);
    }

    @Test
    void refusesWhatIsNoRequest() {
        assertRefused(SERVICE.send("PUT", "/api/parties", "{}"), 405, "WRONG_METHOD");
        assertRefused(
                SERVICE.post("/api/parties", PARTY, "Content-Type", "text/plain", "X-Party", "p1"),
                415,
                "WRONG_CONTENT_TYPE");
        assertRefused(
                SERVICE.post("/api/parties", PARTY, "Idempotency-Key", "7", "X-Party", "p1"),
                400,
                "BAD_IDEMPOTENCY_KEY");
        assertRefused(SERVICE.post("/api/parties", " ".repeat((1 << 20) + 1), "X-Party", "p1"), 413, "BODY_TOO_LARGE");
        assertRefused(SERVICE.get("/api/events?limit=10001"), 400, "BAD_PARAMETER");
        assertRefused(SERVICE.get("/api/events?after=x"), 400, "BAD_PARAMETER");
    }

    @Test
    void aKeyOfARefusedCommandMayCarryAnother() {
        var key = UUID.randomUUID().toString();
        assertRefused(
                SERVICE.post("/api/parties", PARTY, "X-Party", "p1", "Idempotency-Key", key), 409, "PARTY_EXISTS");
        var other = SERVICE.post("/api/parties", PARTY.replace("p1", "p3"), "X-Party", "p1", "Idempotency-Key", key);
        assertThat(other.status()).isEqualTo(201);
    }

    @Test
    void speaksTheCallersLanguage() {
        var english = SERVICE.post("/api/parties", PARTY, "X-Party", "p1", "Accept-Language", "en-GB,zh;q=0.5");
        assertThat(english.json().path("detail").stringValue()).isEqualTo("A party \"p1\" is registered already.");
        var chinese = SERVICE.post("/api/parties", PARTY, "X-Party", "p1");
        assertThat(chinese.json().path("detail").stringValue()).isEqualTo("主体编号“p1”已经登记过。");
        assertThat(chinese.json().path("errors").path(0).path("value").stringValue())
                .isEqualTo("p1");
    }

    private static void assertRefused(Service.Reply reply, int status, String rule) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.rule()).isEqualTo(rule);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.body()).doesNotContain("Exception", "linxi.", "org.");
        assertThat(reply.header("X-Position")).isNull();
    }
}
