package linxi.command.web;

import static linxi.command.web.Yard.kilograms;
import static linxi.command.web.Yard.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad input of lots and shipments: the right status, rule and field, and nothing written. */
class ShipmentRefusalsIT {
    private static final Yard YARD = new Yard();
    private static final String LOTS = "/api/lots";
    private static final String SHIPMENTS = "/api/shipments";

    private static String lot = "";
    private static String logged = "";
    private static String dispatched = "";
    private static String received = "";

    @BeforeAll
    static void prepare() {
        lot = YARD.lot();
        logged = YARD.logged(lot);
        dispatched = YARD.dispatched(lot);
        var second = YARD.lot();
        received = YARD.dispatched(second);
        YARD.done(path(received, "receipts"), receipt(second, 40, ""), "yonghui");
    }

    @AfterAll
    static void stop() {
        YARD.close();
    }

    private static String path(String shipment, String command) {
        return SHIPMENTS + "/" + shipment + "/" + command;
    }

    private static void refused(int status, String rule, String path, String body, String by) {
        long head = YARD.head();
        var reply = YARD.post(path, body, by);
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.rule()).isEqualTo(rule);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.json().path("detail").stringValue()).isNotBlank();
        assertThat(YARD.head()).isEqualTo(head);
    }

    private static void refusedAt(int status, String rule, String field, String path, String body) {
        refused(status, rule, path, body, "dakang");
        var errors = YARD.post(path, body, "dakang").json().path("errors");
        assertThat(errors.get(0).path("field").stringValue()).isEqualTo(field);
    }

    private static String shipment() {
        return Yard.shipmentBody(YARD.fresh("S"), lot);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "400 | MALFORMED_JSON       |                        | {'id' | {{'id'",
                "400 | WRONG_JSON_TYPE      | lines[0].quantity.amount | 'amount':40 | 'amount':'40'",
                "400 | WRONG_JSON_TYPE      | lines                  | 'lines':[ | 'lines':7,'x':[",
                "422 | FIELD_MISSING        | channel                | 'channel':'SUPERMARKET', | ",
                "422 | VALUE_UNKNOWN        | channel                | SUPERMARKET | MOON",
                "422 | NO_ID                | market                 | 'market':'yonghui' | 'market':'a b'",
                "404 | PARTY_UNKNOWN        | market                 | 'market':'yonghui' | 'market':'nobody'",
                "409 | PARTY_SUSPENDED      | market                 | 'market':'yonghui' | 'market':'closed'",
                "403 | NOT_THE_ORIGIN_OF_THE_SHIPMENT | origin       | 'origin':'dakang' | 'origin':'other'",
                "422 | ZERO_AMOUNT          | lines[0].quantity.amount | 'amount':40 | 'amount':0",
                "422 | NEGATIVE_AMOUNT      | lines[0].quantity.amount | 'amount':40 | 'amount':-1",
                "422 | NOT_A_WHOLE_AMOUNT   | lines[0].quantity      | 'amount':40 | 'amount':0.0001",
                "422 | AMOUNT_TOO_LARGE     | lines[0].quantity      | 'amount':40 | 'amount':9007199254741",
                "422 | WRONG_UNIT           | lines[0].quantity.unit | 40,'unit':'KILOGRAM' | 40,'unit':'PIECE'",
                "422 | WRONG_UNIT           | lines[0].price.per     | 'per':'KILOGRAM' | 'per':'tray'",
                "422 | NOT_POSITIVE         | lines[0].price.fen     | 'fen':360 | 'fen':0",
                "422 | PRICE_MISSING        | lines[0].price         | ,'price':{'fen':360,'per':'KILOGRAM'} | ",
                "422 | PRICE_ON_A_GIFT      | lines[0].price         | 'channel' | 'kind':'TRANSFER','channel'",
                "409 | MORE_THAN_LOT_HAS_LEFT | lines[0].quantity    | 'amount':40 | 'amount':100.5",
                "422 | TIME_IN_FUTURE       | at                     | 2020-05-06T08 | 2999-05-06T08",
                "422 | TIME_WITHOUT_ZONE    | at                     | 08:00:00+08:00 | 08:00:00",
            })
    void shipmentsThatCannotBeLogged(int status, String rule, String field, String good, String bad) {
        var body = shipment().replace(good, bad == null ? "" : bad);
        refused(status, rule, SHIPMENTS, body, "dakang");
        var errors = YARD.post(SHIPMENTS, body, "dakang").json().path("errors");
        var fields = IntStream.range(0, errors.size())
                .mapToObj(i -> errors.get(i).path("field").asString(""))
                .toList();
        assertThat(fields).contains(field == null ? "" : field);
    }

    @Test
    void lotsOfOthersAndUnknownOnesAndTheSameTwice() {
        var foreign = YARD.fresh("T");
        YARD.created(LOTS, Yard.lotBody(foreign).replace("'origin':'dakang'", "'origin':'other'"), "other");
        refusedAt(409, "LOT_OF_ANOTHER_ORIGIN", "lines[0].lot", SHIPMENTS, Yard.shipmentBody("S-x", foreign));
        refusedAt(404, "LOT_UNKNOWN", "lines[0].lot", SHIPMENTS, Yard.shipmentBody("S-x", "none"));
        var line = "{'lot':'%s','quantity':{'amount':1,'unit':'GRAM'},'price':{'fen':1,'per':'GRAM'}}".formatted(lot);
        refusedAt(422, "NAMED_TWICE", "lines[1].lot", SHIPMENTS, withLines(line + "," + line));
        var many = IntStream.range(0, 501)
                .mapToObj(i -> line.replace("'" + lot + "'", "'L" + i + "'"))
                .collect(Collectors.joining(","));
        refusedAt(422, "TOO_LARGE", "lines", SHIPMENTS, withLines(many));
    }

    private static String withLines(String lines) {
        return "{'origin':'dakang','market':'yonghui','channel':'OTHER','lines':[%s]}".formatted(lines);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "404 | PARTY_UNKNOWN        | 'origin':'dakang'   | 'origin':'nobody'",
                "404 | PRODUCT_UNKNOWN      | 'tomato'            | 'moon'",
                "403 | NOT_THE_ORIGIN_OF_THE_LOT | 'origin':'dakang' | 'origin':'other'",
                "422 | WRONG_UNIT           | TONNE               | PIECE",
                "422 | NOT_A_WHOLE_AMOUNT   | 0.1                 | 0.0000001",
                "422 | TIME_IN_FUTURE       | 2020-               | 2999-",
                "422 | FIELD_MISSING        | 'product':'tomato', | ",
            })
    void lotsThatCannotBeCommissioned(int status, String rule, String good, String bad) {
        refused(status, rule, LOTS, Yard.lotBody(YARD.fresh("T")).replace(good, bad == null ? "" : bad), "dakang");
    }

    @Test
    void contributionsThatCannotBe() {
        refused(422, "CONTRIBUTIONS_DO_NOT_ADD_UP", LOTS, eggs("'H1',1", "'H2',8"), "dakang");
        refused(422, "NAMED_TWICE", LOTS, eggs("'H1',1", "'H1',9"), "dakang");
        refused(404, "HOUSEHOLD_UNKNOWN", LOTS, eggs("'H1',1", "'H3',9"), "dakang");
        refused(422, "NOT_A_WHOLE_AMOUNT", LOTS, eggs("'H1',0.01", "'H2',9.99"), "dakang");
        var many = IntStream.range(0, 10_001).mapToObj(i -> "'H" + i + "',1").toArray(String[]::new);
        refused(422, "TOO_LARGE", LOTS, eggs(many), "dakang");
        assertThat(YARD.post(LOTS, eggs("'H1',1", "'H2',9"), "dakang").status()).isEqualTo(201);
    }

    /** Ten trays of eggs; contributions in trays. */
    private static String eggs(String... contributions) {
        var lines = IntStream.range(0, contributions.length)
                .mapToObj(i -> contributions[i].replaceFirst(
                        "(.*),(.*)", "{'household':$1,'quantity':{'amount':$2,'unit':'tray'}}"))
                .collect(Collectors.joining(","));
        return "{'origin':'dakang','product':'egg','quantity':{'amount':10,'unit':'tray'},"
                + "'producedAt':'2020-05-01T08:00:00Z','contributions':[" + lines + "]}";
    }

    @Test
    void idsThatExistAndOnesThatDoNot() {
        refused(409, "LOT_EXISTS", LOTS, Yard.lotBody(lot), "dakang");
        refused(409, "SHIPMENT_EXISTS", SHIPMENTS, Yard.shipmentBody(logged, lot), "dakang");
        refused(404, "SHIPMENT_UNKNOWN", path("none", "dispatch"), "", "dakang");
        refused(404, "LOT_UNKNOWN", LOTS + "/none/hold", "{'reason':'x'}", "dakang");
        refused(404, "LOT_NOT_IN_SHIPMENT", path(dispatched, "receipts"), receipt("none", 40, ""), "yonghui");
    }

    @Test
    void otherParties() {
        refused(403, "NOT_THE_ORIGIN_OF_THE_SHIPMENT", path(logged, "dispatch"), "", "yonghui");
        refused(403, "NOT_THE_MARKET_OF_THE_SHIPMENT", path(dispatched, "arrival"), "", "dakang");
        refused(403, "NO_SIDE_OF_THE_SHIPMENT", path(dispatched, "loss"), "{'reason':'x'}", "other");
        refused(403, "NOT_THE_ORIGIN_OF_THE_LOT", LOTS + "/" + lot + "/hold", "{'reason':'x'}", "ghost");
        long head = YARD.head();
        var nobody = YARD.service().post(path(logged, "dispatch"), "{}");
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(YARD.head()).isEqualTo(head);
    }

    @Test
    void statesThatDoNotAllowIt() {
        refused(409, "NOT_DISPATCHED", path(logged, "receipts"), receipt(lot, 40, ""), "yonghui");
        refused(409, "NOT_DISPATCHED", path(logged, "arrival"), "", "yonghui");
        refused(409, "ALREADY_DISPATCHED", path(dispatched, "dispatch"), "", "dakang");
        refused(409, "ALREADY_DISPATCHED", path(dispatched, "cancellation"), "{'reason':'x'}", "dakang");
        refused(409, "ALREADY_RECEIVED", path(received, "receipts"), "{'lines':[]}", "yonghui");
        refused(409, "NO_DISCREPANCY", path(received, "discrepancy-agreement"), "", "dakang");
        refused(409, "NOT_RECEIVED", path(dispatched, "discrepancy-agreement"), "", "dakang");
        refused(409, "LOT_NOT_HELD", LOTS + "/" + lot + "/release", "{'reason':'x'}", "dakang");
    }

    @Test
    void receiptsThatCannotBe() {
        var reason = ",'reason':'x'";
        var receipts = path(dispatched, "receipts");
        refused(422, "RECEIPT_DOES_NOT_ADD_UP", receipts, receipt(lot, 39, ""), "yonghui");
        refused(422, "MORE_RECEIVED_THAN_DISPATCHED", receipts, receipt(lot, 41, ""), "yonghui");
        refused(422, "REASON_MISSING", receipts, receipt(lot, 39, ",'lost':" + kilograms(1)), "yonghui");
        refused(
                422,
                "OVER_MORE_THAN_ACCEPTED",
                receipts,
                receipt(lot, 1, ",'lost':" + kilograms(41) + ",'over':" + kilograms(2) + reason),
                "yonghui");
        refused(422, "NEGATIVE_AMOUNT", receipts, receipt(lot, -1, ""), "yonghui");
        refused(422, "NAMED_TWICE", receipts, twice(), "yonghui");
        refused(422, "LIST_EMPTY", receipts, "{'lines':[],'final':false}", "yonghui");
        refused(400, "WRONG_JSON_TYPE", receipts, "{'lines':[],'final':'yes'}", "yonghui");
        refused(422, "RECEIPT_DOES_NOT_ADD_UP", receipts, "{'lines':[]}", "yonghui");
    }

    private static String twice() {
        var line = "{'lot':'%s','accepted':%s}".formatted(lot, kilograms(20));
        return "{'lines':[" + line + "," + line + "]}";
    }

    @Test
    void moreBackThanWasRejected() {
        var rejected = YARD.dispatched(YARD.lot());
        var its = "T" + rejected;
        refused(404, "LOT_NOT_IN_SHIPMENT", path(rejected, "return-receipt"), back(its, 1), "dakang");
        var mine = YARD.lot();
        var shipment = YARD.dispatched(mine);
        YARD.done(path(shipment, "rejection"), "{'reason':'x'}", "yonghui");
        refused(409, "MORE_RETURNED_THAN_REJECTED", path(shipment, "return-receipt"), back(mine, 41), "dakang");
        refused(422, "ZERO_AMOUNT", path(shipment, "return-receipt"), back(mine, 0), "dakang");
    }

    private static String back(String of, int amount) {
        return "{'lines':[{'lot':'%s','quantity':%s}]}".formatted(of, kilograms(amount));
    }

    @Test
    void timesThatRunBackwards() {
        refused(
                422,
                "TIME_RUNS_BACKWARDS",
                path(dispatched, "arrival"),
                "{'at':'2020-05-06T08:59:59+08:00'}",
                "yonghui");
        refused(422, "TIME_WITHOUT_ZONE", path(dispatched, "arrival"), "{'at':'2020-05-06T10:00:00'}", "yonghui");
    }

    @Test
    void personalDataInFreeText() {
        var phone = "{'reason':'call 13812345678'}";
        var card = "{'vehicle':'11010119900307123X'}";
        refused(422, "PERSONAL_DATA", path(logged, "cancellation"), phone, "dakang");
        refused(422, "PERSONAL_DATA", path(logged, "dispatch"), card, "dakang");
        refused(422, "PERSONAL_DATA", LOTS + "/" + lot + "/hold", phone, "dakang");
        var line = receipt(lot, 39, ",'lost':" + kilograms(1) + ",'reason':'13812345678'");
        refused(422, "PERSONAL_DATA", path(dispatched, "receipts"), line, "yonghui");
        assertThat(YARD.post(path(logged, "cancellation"), phone, "dakang").body())
                .doesNotContain("13812345678");
    }

    @Test
    void bodiesThatAreTooLarge() {
        var padding = " ".repeat(1 << 20);
        refused(413, "BODY_TOO_LARGE", SHIPMENTS, shipment() + padding, "dakang");
        refused(413, "BODY_TOO_LARGE", LOTS, Yard.lotBody("T-x") + padding.repeat(4), "dakang");
        assertThat(YARD.post(LOTS, Yard.lotBody(YARD.fresh("T")) + padding.repeat(3), "dakang")
                        .status())
                .isEqualTo(201);
    }
}
