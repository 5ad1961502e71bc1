package linxi.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import linxi.embedded.EmbeddedMongo;
import linxi.events.Event;
import linxi.query.feed.Projection;
import linxi.query.feed.Replay;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** Every query through HTTP, over documents folded from events without Kafka. */
class QueryIT {
    private static EmbeddedMongo mongo;
    private static ConfigurableApplicationContext service;
    private static WebClient web;
    private static long position;

    @BeforeAll
    static void start() {
        mongo = EmbeddedMongo.inMemory();
        service = QueryService.application()
                .run(
                        "--server.port=0",
                        "--linxi.access.login=false",
                        "--server.address=127.0.0.1",
                        "--linxi.mongo.uri=" + mongo.uri(),
                        "--linxi.kafka.bootstrap-servers=127.0.0.1:1",
                        "--linxi.command-url=http://127.0.0.1:1");
        web = WebClient.of(service);
        var database = service.getBean(MongoDatabase.class);
        var projections = service.getBeansOfType(Projection.class).values().toArray(Projection<?>[]::new);
        var replay = Replay.into(database, projections);
        position = replay.fold(Sale.events().toArray(Event[]::new)).position();
        database.getCollection("relay", BsonDocument.class)
                .insertOne(new BsonDocument("_id", new BsonString("relay"))
                        .append("position", new BsonInt64(position))
                        .append("partitions", new BsonArray()));
    }

    @AfterAll
    static void stop() {
        service.close();
        mongo.close();
    }

    @Test
    void tellsEverythingOfAShipment() {
        var it = web.get("/api/shipments/SH1");
        assertThat(it.at("/state").asString()).isEqualTo("RECEIVED_WITH_DISCREPANCY");
        assertThat(it.at("/origin/name/zh").asString()).isEqualTo("dakang zh");
        assertThat(it.at("/lines/1/lost/amount").longValue()).isEqualTo(6_000);
        assertThat(it.at("/lines/1/short/amount").longValue()).isZero();
        assertThat(it.at("/lines/1/reason").asString()).isEqualTo("变质");
        assertThat(it.at("/lines/0/price").toString()).isEqualTo("{\"fen\":360,\"per\":\"KILOGRAM\"}");
        assertThat(it.at("/gross/fen").longValue()).isEqualTo(36_000);
        assertThat(it.at("/settlement").asString()).isEqualTo("S1");
        assertThat(it.at("/history/1/event").asString()).isEqualTo("receipt-confirmed");
        assertThat(it.at("/history/1/final").booleanValue()).isTrue();
    }

    @Test
    void goesThroughAListInPagesNewestFirst() {
        var ids = new ArrayList<String>();
        var after = "";
        for (int pages = 0; pages < 10; pages++) {
            var page = web.get("/api/shipments?limit=2" + after);
            page.get("items").forEach(item -> ids.add(item.get("id").asString()));
            if (page.get("next").isNull()) {
                break;
            }
            after = "&after=" + page.get("next").asString();
        }
        assertThat(ids).containsExactly("N4", "N3", "N2", "N1", "N0", "SH1");
        var households = web.get("/api/households?limit=1");
        var second = web.get("/api/households?after=" + households.get("next").asString());
        assertThat(second.at("/items/0/id").asString()).isEqualTo("H02");
        assertThat(second.get("next").isNull()).isTrue();
    }

    @Test
    void filtersLists() {
        assertThat(ids("/api/shipments?settled=true&state=RECEIVED_WITH_DISCREPANCY&product=tomato&origin=dakang"))
                .containsExactly("SH1");
        assertThat(ids("/api/shipments?market=nobody")).isEmpty();
        assertThat(ids("/api/shipments?to=2020-04-30")).isEmpty();
        assertThat(ids("/api/shipments?from=2020-05-01&to=2020-05-01")).hasSize(6);
        assertThat(ids("/api/lots?left=false")).containsExactly("T2", "T1");
        assertThat(ids("/api/lots?left=true")).isEmpty();
        assertThat(ids("/api/settlements?state=AGREED")).containsExactly("S1");
    }

    @Test
    void answersFromTheRegisters() {
        assertThat(web.get("/api/parties/yonghui").get("region").asString()).isEqualTo("CN-BJ");
        assertThat(web.get("/api/products/tomato").get("brand").isNull()).isTrue();
        var household = web.get("/api/households/H01");
        assertThat(household.at("/village").toString()).isEqualTo("{\"id\":\"shiertu\",\"name\":null}");
        assertThat(household.at("/status").asString()).isEqualTo("REGISTERED_POOR");
        assertThat(web.get("/api/agreements/A1").at("/members/WAGE/H02").intValue())
                .isEqualTo(1);
        assertThat(web.get("/api/lots/T1").at("/shipments/0/shipment").asString())
                .isEqualTo("SH1");
    }

    @Test
    void addsUpSalesAndIncome() {
        var sales = web.get("/api/sales?groupBy=region");
        assertThat(sales.at("/groups/0/region").asString()).isEqualTo("CN-BJ");
        assertThat(sales.at("/total/averagePrice/0/fen").decimalValue()).isEqualByComparingTo("360");
        assertThat(web.body("/api/sales")).contains("\"averagePrice\":[{\"fen\":360.00,");
        var settlement = web.get("/api/settlements/S1");
        assertThat(settlement.at("/attributed/WAGE/fen").longValue()).isEqualTo(7_000);
        assertThat(settlement.at("/unattributed/fen").longValue()).isEqualTo(200);
        var income = web.get("/api/income?groupBy=status");
        assertThat(income.at("/groups/0").toString())
                .isEqualTo("{\"status\":\"REGISTERED_POOR\",\"income\":{\"fen\":28800},\"households\":1}");
        assertThat(income.at("/groups/1/status").asString()).isEqualTo("UNKNOWN");
        assertThat(income.at("/total/households").intValue()).isEqualTo(2);
        assertThat(income.at("/unattributed/fen").longValue()).isEqualTo(200);
        assertThat(income.at("/drift").longValue()).as("rounded up").isEqualTo(401);
        var earned = web.get("/api/households/H01/income?from=2020-05-01");
        assertThat(earned.at("/byPath/ORDER_PURCHASE/fen").longValue()).isEqualTo(28_800);
        assertThat(earned.at("/byMonth/2020-05/fen").longValue()).isEqualTo(28_800);
        assertThat(earned.at("/lines/0/lots").toString())
                .isEqualTo(
                        "[{\"lot\":\"T1\",\"shipment\":\"SH1\",\"contribution\":{\"amount\":100000,\"unit\":\"GRAM\"}}]");
        assertThat(web.get("/api/households/H01/income?to=2020-04-30")
                        .at("/total/fen")
                        .longValue())
                .isZero();
    }

    @Test
    void setsClaimsBesideWhatWasRecorded() {
        var holds = new TreeMap<String, String>();
        web.get("/api/claims")
                .get("items")
                .forEach(
                        it -> holds.put(it.get("id").asString(), it.get("holds").toString()));
        assertThat(holds)
                .containsEntry("A3-price", "true")
                .containsEntry("A3-value", "false")
                .containsEntry("A2", "null");
    }

    @Test
    void saysHowFreshAnswersAre() {
        assertThat(web.send("GET", "/api/sales?atLeast=" + position).headers().firstValueAsLong("X-As-Of-Position"))
                .hasValue(position);
        assertThat(web.send("GET", "/api/sales?atLeast=soon").statusCode()).isEqualTo(400);
        var behind = web.send("GET", "/api/parties/dakang?atLeast=" + (position + 1));
        assertThat(behind.statusCode()).isEqualTo(503);
        assertThat(behind.headers().firstValue("Retry-After")).isPresent();
        assertThat(WebClient.json(behind).get("rule").asString()).isEqualTo("NOT_THAT_FAR_YET");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/sales?colour=red",
                "/api/sales?groupBy=weather",
                "/api/sales?from=2020-05-02&to=2020-05-01",
                "/api/sales?from=yesterday",
                "/api/income?groupBy=brand",
                "/api/shipments?state=FLYING",
                "/api/shipments?limit=0",
                "/api/shipments?limit=501",
                "/api/shipments?after=nonsense",
                "/api/lots?left=some",
                "/api/parties?kind=MARKET",
                "/api/parties/dakang?x=1",
                "/api/claims?x=1",
                "/api/settlements?origin=%21"
            })
    void refusesWhatItDoesNotUnderstand(String path) {
        var answer = web.send("GET", path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("X-As-Of-Position")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/shipments/none, 404, NO_SUCH_ID",
        "/api/lots/none, 404, NO_SUCH_ID",
        "/api/settlements/none, 404, NO_SUCH_ID",
        "/api/parties/none, 404, NO_SUCH_ID",
        "/api/products/none, 404, NO_SUCH_ID",
        "/api/households/none, 404, NO_SUCH_ID",
        "/api/households/none/income, 404, NO_SUCH_ID",
        "/api/agreements/none, 404, NO_SUCH_ID",
        "/api/nothing, 404, NO_SUCH_PATH",
        "/nothing, 404, NO_SUCH_PATH",
        "/api/shipments/SH1/dispatch, 405, WRONG_METHOD"
    })
    void saysWhatThereIsNot(String path, int status, String rule) {
        var answer = web.send("GET", path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(WebClient.json(answer).get("rule").asString()).isEqualTo(rule);
        assertThat(WebClient.json(answer).at("/errors/0/rule").asString()).isEqualTo(rule);
    }

    @Test
    void speaksChineseUnlessAskedForEnglish() {
        var chinese = WebClient.json(web.send("GET", "/api/lots/none"));
        assertThat(chinese.get("detail").asString()).isEqualTo("没有编号为“none”的记录。");
        var english = WebClient.json(web.send("GET", "/api/lots/none", "Accept-Language", "en-GB,en;q=0.9"));
        assertThat(english.get("detail").asString()).isEqualTo("There is nothing with the id \"none\".");
    }

    @Test
    void isNotReadyWhileCommandsDoNotWork() {
        assertThat(web.send("GET", "/actuator/health/liveness").statusCode()).isEqualTo(200);
        assertThat(web.send("GET", "/actuator/health/readiness").statusCode()).isEqualTo(503);
        var away = web.send("POST", "/api/lots");
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.headers().firstValue("Retry-After")).isPresent();
        assertThat(WebClient.json(away).get("rule").asString()).isEqualTo("COMMANDS_AWAY");
    }

    @Test
    void describesItself() {
        var paths = web.get("/v3/api-docs").get("paths");
        assertThat(Set.copyOf(paths.propertyNames()))
                .contains("/api/sales", "/api/households/{id}/income")
                .doesNotContain("/error");
        assertThat(web.send("GET", "/actuator/prometheus").statusCode()).isEqualTo(200);
    }

    private static List<String> ids(String path) {
        var ids = new ArrayList<String>();
        web.get(path).get("items").forEach(item -> ids.add(item.get("id").asString()));
        return ids;
    }
}
