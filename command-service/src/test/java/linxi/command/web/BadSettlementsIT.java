package linxi.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every row of the bad-input table that concerns settlements: status, rule, nothing written. */
class BadSettlementsIT {
    private static final County COUNTY = new County();
    private static final String OPEN = "/api/settlements";

    @BeforeAll
    static void sell() {
        COUNTY.sold("S1", "tomato", 100, 360);
        COUNTY.sold("S2", "beef", 10, 6_000);
        COUNTY.lot("L3", "tomato", 50, "");
        COUNTY.shipped("S3", County.line("L3", 50, 300));
        COUNTY.post(201, "dakang", "/api/shipments", """
                {"id":"S4","kind":"DONATION","origin":"dakang","market":"xinfadi","channel":"OTHER",
                 "lines":[{"lot":"lot-S4","quantity":{"amount":5,"unit":"KILOGRAM"}}]}""".replace("lot-S4", lot()));
        COUNTY.lot("L5", "tomato", 50, "");
        COUNTY.shipped("S5", County.line("L5", 50, 300));
        COUNTY.received("S5", """
                {"lot":"L5","accepted":{"amount":40,"unit":"KILOGRAM"},"lost":{"amount":10,"unit":"KILOGRAM"},
                 "reason":"rain"}""");
        COUNTY.post(200, "dakang", "/api/shipments/S5/discrepancy-dispute", "{\"reason\":\"all were there\"}");
    }

    private static String lot() {
        COUNTY.lot("L4", "tomato", 5, "");
        return "L4";
    }

    @AfterAll
    static void stop() {
        COUNTY.close();
    }

    private static String opening(String shipment, String deductions) {
        return County.opening("X9", "\"" + shipment + "\"", deductions);
    }

    @Test
    void refusesEveryBadOpening() {
        COUNTY.refuse(404, "SHIPMENT_UNKNOWN", "dakang", OPEN, opening("S99", ""));
        COUNTY.refuse(404, "PARTY_UNKNOWN", "dakang", OPEN, opening("S1", "").replace("xinfadi", "nobody"));
        COUNTY.refuse(403, "NOT_THE_ORIGIN_OF_THE_SETTLEMENT", "xinfadi", OPEN, opening("S1", ""));
        COUNTY.refuse(
                409,
                "SHIPMENT_OF_ANOTHER_PARTY",
                "dakang",
                OPEN,
                opening("S1", "").replace("xinfadi", "yonghui"));
        COUNTY.refuse(
                409,
                "SHIPMENT_OF_ANOTHER_PARTY",
                "other-coop",
                OPEN,
                opening("S1", "").replace("dakang", "other-coop"));
        COUNTY.refuse(409, "SHIPMENT_NOT_RECEIVED", "dakang", OPEN, opening("S3", ""));
        COUNTY.refuse(409, "SHIPMENT_NOT_A_SALE", "dakang", OPEN, opening("S4", ""));
        COUNTY.refuse(409, "SHIPMENT_DISPUTED", "dakang", OPEN, opening("S5", ""));
        COUNTY.refuse(422, "NAMED_TWICE", "dakang", OPEN, opening("S1\",\"S1", ""));
        COUNTY.refuse(422, "LIST_EMPTY", "dakang", OPEN, County.opening("X9", "", ""));
        COUNTY.refuse(422, "TOO_LARGE", "dakang", OPEN, opening(many(), ""));
        COUNTY.refuse(
                422, "TIME_RUNS_BACKWARDS", "dakang", OPEN, opening("S1", "").replace("2020-05-10", "2020-05-05"));
        COUNTY.refuse(422, "TIME_IN_FUTURE", "dakang", OPEN, opening("S1", "").replace("2020-05-10", "2120-05-10"));
        COUNTY.refuse(
                422, "TIME_WITHOUT_ZONE", "dakang", OPEN, opening("S1", "").replace("+08:00", ""));
        COUNTY.refuse(400, "MALFORMED_JSON", "dakang", OPEN, "{\"id\":");
    }

    private static String many() {
        var ids = new StringBuilder("N0");
        for (int i = 1; i <= 200; i++) {
            ids.append("\",\"N").append(i);
        }
        return ids.toString();
    }

    @Test
    void refusesEveryBadDeduction() {
        var both = "{\"kind\":\"FREIGHT\",\"fen\":1,\"basisPoints\":1}";
        COUNTY.refuse(422, "DEDUCTION_NEITHER_FEN_NOR_BASIS_POINTS", "dakang", OPEN, opening("S1", both));
        var neither = "{\"kind\":\"FREIGHT\"}";
        COUNTY.refuse(422, "DEDUCTION_NEITHER_FEN_NOR_BASIS_POINTS", "dakang", OPEN, opening("S1", neither));
        COUNTY.refuse(422, "NEGATIVE", "dakang", OPEN, opening("S1", "{\"kind\":\"FREIGHT\",\"fen\":-1}"));
        COUNTY.refuse(422, "VALUE_UNKNOWN", "dakang", OPEN, opening("S1", "{\"kind\":\"TEA\",\"fen\":1}"));
        var twice = "{\"kind\":\"FREIGHT\",\"fen\":1},{\"kind\":\"FREIGHT\",\"fen\":2}";
        COUNTY.refuse(422, "NAMED_TWICE", "dakang", OPEN, opening("S1", twice));
        var above = "{\"kind\":\"FREIGHT\",\"fen\":36000},{\"kind\":\"OTHER\",\"fen\":1}";
        COUNTY.refuse(422, "DEDUCTIONS_ABOVE_GROSS", "dakang", OPEN, opening("S1", above));
        var phone = "{\"kind\":\"FREIGHT\",\"fen\":1,\"evidence\":\"call 13912345678\"}";
        COUNTY.refuse(422, "PERSONAL_DATA", "dakang", OPEN, opening("S1", phone));
    }

    @Test
    void refusesWhatTheStateForbids() {
        COUNTY.post(201, "dakang", OPEN, County.opening("X1", "\"S2\"", ""));
        COUNTY.refuse(409, "SETTLEMENT_EXISTS", "dakang", OPEN, County.opening("X1", "\"S1\"", ""));
        COUNTY.refuse(409, "SHIPMENT_ALREADY_SETTLED", "dakang", OPEN, County.opening("X2", "\"S2\"", ""));
        COUNTY.refuse(409, "NOT_AGREED", "xinfadi", OPEN + "/X1/payment", "{\"reference\":\"r\"}");
        var back =
                "{\"lines\":[{\"shipment\":\"%s\",\"lot\":\"%s\",\"quantity\":{\"amount\":%s,\"unit\":\"%s\"}}],\"reason\":\"r\"}";
        COUNTY.refuse(409, "NOT_AGREED", "xinfadi", OPEN + "/X1/returns", back.formatted("S2", "lot-S2", "1", "GRAM"));
        COUNTY.refuse(404, "SETTLEMENT_UNKNOWN", "xinfadi", OPEN + "/X7/agreement", "");
        COUNTY.refuse(404, "SETTLEMENT_UNKNOWN", "xinfadi", OPEN + "/X7/reversal", "{\"reason\":\"r\"}");
        COUNTY.refuse(403, "NOT_THE_MARKET_OF_THE_SETTLEMENT", "dakang", OPEN + "/X1/agreement", "");
        COUNTY.refuse(403, "NO_SIDE_OF_THE_SETTLEMENT", "yonghui", OPEN + "/X1/reversal", "{\"reason\":\"r\"}");
        COUNTY.refuse(
                422, "TIME_RUNS_BACKWARDS", "xinfadi", OPEN + "/X1/agreement", "{\"at\":\"2020-05-09T00:00:00Z\"}");
        COUNTY.post(200, "xinfadi", OPEN + "/X1/agreement", "");
        COUNTY.refuse(409, "ALREADY_AGREED", "xinfadi", OPEN + "/X1/agreement", "");
        COUNTY.refuse(
                404,
                "LINE_NOT_IN_SETTLEMENT",
                "xinfadi",
                OPEN + "/X1/returns",
                back.formatted("S1", "lot-S1", "1", "GRAM"));
        COUNTY.refuse(
                409,
                "RETURNED_MORE_THAN_KEPT",
                "xinfadi",
                OPEN + "/X1/returns",
                back.formatted("S2", "lot-S2", "10.001", "KILOGRAM"));
        COUNTY.refuse(422, "WRONG_UNIT", "xinfadi", OPEN + "/X1/returns", back.formatted("S2", "lot-S2", "1", "PIECE"));
        COUNTY.refuse(422, "ZERO_AMOUNT", "xinfadi", OPEN + "/X1/returns", back.formatted("S2", "lot-S2", "0", "GRAM"));
        COUNTY.refuse(
                422,
                "NOT_A_WHOLE_AMOUNT",
                "xinfadi",
                OPEN + "/X1/returns",
                back.formatted("S2", "lot-S2", "0.5", "GRAM"));
        COUNTY.refuse(422, "PERSONAL_DATA", "xinfadi", OPEN + "/X1/payment", "{\"reference\":\"11010119900101123X\"}");
        COUNTY.post(200, "xinfadi", OPEN + "/X1/payment", "{\"reference\":\"r\"}");
        COUNTY.refuse(409, "ALREADY_PAID", "xinfadi", OPEN + "/X1/payment", "{\"reference\":\"r\"}");
        var everything =
                COUNTY.post(200, "xinfadi", OPEN + "/X1/returns", back.formatted("S2", "lot-S2", "10", "KILOGRAM"));
        assertThat(everything.json().path("id").stringValue()).isEqualTo("X1");
        COUNTY.refuse(
                409,
                "RETURNED_MORE_THAN_KEPT",
                "xinfadi",
                OPEN + "/X1/returns",
                back.formatted("S2", "lot-S2", "1", "GRAM"));
        COUNTY.post(200, "xinfadi", OPEN + "/X1/reversal", "{\"reason\":\"r\"}");
    }
}
