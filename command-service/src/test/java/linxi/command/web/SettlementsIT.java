package linxi.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** The worked example of the domain rules through HTTP, judged by the event log. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SettlementsIT {
    private static final County COUNTY = new County();
    private static final String DEDUCTIONS = """
            {"kind":"FREIGHT","basisPoints":1200},{"kind":"MARKET_FEE","basisPoints":300},
            {"kind":"COOPERATIVE_FEE","fen":43200000,"evidence":"contract 7"}""";
    private static final Map<String, Long> KILOGRAMS = new TreeMap<>(Map.of(
            "H01", 400_001L, "H02", 399_999L, "H03", 350_007L, "H04", 349_993L, "H05", 333_333L, "H06", 333_334L, "H07",
            233_333L));

    @BeforeAll
    static void shipTomatoes() {
        var brought = KILOGRAMS.entrySet().stream()
                .map(one -> "{\"household\":\"%s\",\"quantity\":%s}"
                        .formatted(one.getKey(), County.kilograms(one.getValue())))
                .toList();
        COUNTY.lot("T1", "tomato", 2_400_000, ",\"contributions\":[" + String.join(",", brought) + "]");
        COUNTY.lot(
                "T2",
                "tomato",
                10_000,
                ",\"contributions\":[{\"household\":\"H08\",\"quantity\":%s}]".formatted(County.kilograms(10_000)));
        COUNTY.shipped("S1", County.line("T1", 2_400_000, 360) + "," + County.line("T2", 10_000, 360));
        COUNTY.received("S1", """
                {"lot":"T1","accepted":{"amount":2400,"unit":"TONNE"}},
                {"lot":"T2","accepted":{"amount":0,"unit":"TONNE"},"lost":{"amount":6,"unit":"TONNE"},
                 "rejected":{"amount":4,"unit":"TONNE"},"reason":"rain"}""");
        COUNTY.post(201, "dakang", "/api/agreements", """
                {"id":"A1","origin":"dakang","products":["tomato"],"validFrom":"2020-01-01",
                 "paths":{"ORDER_PURCHASE":7000,"WAGE":1500,"LAND_TRANSFER":800,"ASSET_RENT":500,"DIVIDEND":200},
                 "members":{"WAGE":{"H09":1,"H10":1},"LAND_TRANSFER":{"H11":1},"ASSET_RENT":{"H11":1},
                            "DIVIDEND":{"H01":1,"H02":1,"H03":1}}}""");
    }

    @AfterAll
    static void stop() {
        COUNTY.close();
    }

    @Test
    @Order(1)
    void previewsWithoutRecording() {
        int before = COUNTY.events(0).size();
        var body = County.opening("X1", "\"S1\"", DEDUCTIONS).replace("\"id\":\"X1\",", "");
        var preview =
                COUNTY.post(200, "dakang", "/api/settlements/preview", body).json();
        assertThat(preview.path("state").stringValue()).isEqualTo("AGREED");
        assertThat(preview.at("/origin/name/en").stringValue()).isEqualTo("Name");
        assertThat(preview.at("/gross/fen").longValue()).isEqualTo(864_000_000);
        assertThat(preview.at("/net/fen").longValue()).isEqualTo(691_200_000);
        assertThat(preview.at("/attributed/ORDER_PURCHASE/fen").longValue()).isEqualTo(483_840_000);
        assertThat(preview.at("/unattributed/fen").longValue()).isZero();
        assertThat(preview.path("history").isEmpty()).isTrue();
        assertThat(COUNTY.events(0)).hasSize(before);
        COUNTY.refuse(403, "NOT_THE_ORIGIN_OF_THE_SETTLEMENT", "xinfadi", "/api/settlements/preview", body);
    }

    @Test
    @Order(2)
    void paysEveryHouseholdToTheFen() {
        var key = UUID.randomUUID().toString();
        var body = County.opening("X1", "\"S1\"", DEDUCTIONS);
        var opened = COUNTY.service().post("/api/settlements", body, "X-Party", "dakang", "Idempotency-Key", key);
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        assertThat(opened.header("Location")).isEqualTo("/api/settlements/X1");
        var again = COUNTY.service().post("/api/settlements", body, "X-Party", "dakang", "Idempotency-Key", key);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(opened.body());
        var agreed = since(COUNTY.post(200, "xinfadi", "/api/settlements/X1/agreement", ""), opened);
        assertThat(names(agreed)).startsWith("settlement-agreed").endsWith("carry-moved");
        assertThat(orderPurchase(agreed))
                .isEqualTo(Map.of(
                        "H01",
                        80_640_202L,
                        "H02",
                        80_639_798L,
                        "H03",
                        70_561_411L,
                        "H04",
                        70_558_589L,
                        "H05",
                        67_199_933L,
                        "H06",
                        67_200_134L,
                        "H07",
                        47_039_933L));
    }

    @Test
    @Order(3)
    void takesBackForReturnedGoodsToTheFen() {
        var paid = COUNTY.post(200, "xinfadi", "/api/settlements/X1/payment", "{\"reference\":\"bank 7\"}");
        var returned = since(COUNTY.post(200, "xinfadi", "/api/settlements/X1/returns", """
                        {"lines":[{"shipment":"S1","lot":"T1","quantity":{"amount":3,"unit":"TONNE"}}],
                         "reason":"spoilt"}"""), paid);
        assertThat(names(returned)).startsWith("goods-returned", "income-reversed");
        assertThat(returned.getFirst().at("/data/netReturned/fen").longValue()).isEqualTo(864_000);
        assertThat(orderPurchase(returned))
                .isEqualTo(Map.of(
                        "H01", -100_801L, "H02", -100_799L, "H03", -88_202L, "H04", -88_198L, "H05", -84_000L, "H06",
                        -84_000L, "H07", -58_800L));
        var carries = returned.stream()
                .filter(event -> event.path("aggregate").stringValue().equals("carry/A1/ORDER_PURCHASE"))
                .toList()
                .getFirst()
                .at("/data/carries");
        assertThat(carries.toString())
                .isEqualTo(
                        "{\"H01\":348000,\"H02\":-348000,\"H03\":436000,\"H04\":-436000,\"H05\":-116000,\"H06\":232000,\"H07\":-116000}");
    }

    @Test
    @Order(4)
    void bringsEveryHouseholdBackWhenReversed() {
        var reversed = COUNTY.post(200, "dakang", "/api/settlements/X1/reversal", "{\"reason\":\"wrong price\"}");
        assertThat(reversed.json().path("id").stringValue()).isEqualTo("X1");
        var all = COUNTY.events(0);
        var last = all.stream()
                .filter(event -> event.path("name").stringValue().equals("settlement-reversed"))
                .toList();
        assertThat(last)
                .singleElement()
                .satisfies(event ->
                        assertThat(event.at("/data/refundDue/fen").longValue()).isEqualTo(690_336_000));
        assertThat(orderPurchase(all).values()).hasSize(7).containsOnly(0L);
        COUNTY.refuse(
                409, "ALREADY_REVERSED", "dakang", "/api/settlements/X1/reversal", "{\"reason\":\"wrong price\"}");
        COUNTY.post(201, "dakang", "/api/settlements", """
                {"id":"X2","origin":"dakang","market":"xinfadi","shipments":["S1"]}""");
    }

    private static List<JsonNode> since(Service.Reply now, Service.Reply before) {
        long from = before.json().path("position").longValue();
        var events = COUNTY.events(from);
        assertThat(events.getLast().path("position").longValue())
                .isEqualTo(now.json().path("position").longValue());
        return events;
    }

    private static List<String> names(List<JsonNode> events) {
        return events.stream().map(event -> event.path("name").stringValue()).toList();
    }

    private static SortedMap<String, Long> orderPurchase(List<JsonNode> events) {
        var sums = new TreeMap<String, Long>();
        for (var event : events) {
            if (event.path("name").stringValue().startsWith("income-")
                    && event.at("/data/path").stringValue().equals("ORDER_PURCHASE")) {
                for (var line : event.at("/data/lines")) {
                    sums.merge(
                            line.path("household").stringValue(),
                            line.path("fen").longValue(),
                            Long::sum);
                }
            }
        }
        return sums;
    }
}
