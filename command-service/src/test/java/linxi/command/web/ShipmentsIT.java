package linxi.command.web;

import static linxi.command.web.Yard.kilograms;
import static linxi.command.web.Yard.receipt;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The life of shipments over HTTP; what is recorded is read back from the log. */
class ShipmentsIT {
    private static final Yard YARD = new Yard();

    @AfterAll
    static void stop() {
        YARD.close();
    }

    private static List<String> recordedSince(long head) {
        return YARD.service()
                .get("/api/events?after=" + head)
                .body()
                .lines()
                .map(line -> line.replaceAll(".*?\"name\":\"([a-z-]+)\".*", "$1"))
                .toList();
    }

    @Test
    void goFromLoggingToACorrectedReceipt() {
        var lot = YARD.lot();
        long head = YARD.head();
        var shipment = "/api/shipments/" + YARD.dispatched(lot);
        YARD.done(shipment + "/arrival", "{'at':'2020-05-06T17:00:00+08:00'}", "yonghui");
        YARD.done(shipment + "/receipts", receipt(lot, 10, "").replace("}]}", "}],'final':false}"), "yonghui");
        var rest = ",'short':" + kilograms(6) + ",'rejected':" + kilograms(4) + ",'reason':'压坏'";
        var last = YARD.done(shipment + "/receipts", receipt(lot, 20, rest), "yonghui");
        YARD.done(shipment + "/discrepancy-dispute", "{'reason':'重新过磅'}", "dakang");
        YARD.done(shipment + "/discrepancy-agreement", "", "dakang");
        YARD.done(
                shipment + "/receipt-corrections",
                "{'reason':'复核','lines':[{'lot':'%s','accepted':%s,'rejected':%s,'reason':'压坏'}]}"
                        .formatted(lot, kilograms(36), kilograms(4)),
                "yonghui");
        var back = "{'lines':[{'lot':'%s','quantity':%s}]}".formatted(lot, kilograms(4));
        YARD.done(shipment + "/return-receipt", back, "dakang");
        assertThat(last.json().path("position").longValue()).isEqualTo(head + 7);
        assertThat(recordedSince(head))
                .containsExactly(
                        "shipment-logged",
                        "lot-reserved",
                        "shipment-dispatched",
                        "shipment-arrived",
                        "receipt-confirmed",
                        "receipt-confirmed",
                        "lot-reservation-released",
                        "discrepancy-disputed",
                        "discrepancy-agreed",
                        "receipt-corrected",
                        "lot-reserved",
                        "return-received",
                        "lot-reservation-released");
    }

    @Test
    void areCancelledLostOrRejected() {
        var lot = YARD.lot();
        var why = "{'reason':'暴雨'}";
        YARD.done("/api/shipments/" + YARD.logged(lot) + "/cancellation", why, "dakang");
        YARD.done("/api/shipments/" + YARD.dispatched(lot) + "/loss", why, "yonghui");
        var rejected = "/api/shipments/" + YARD.dispatched(lot);
        YARD.done(rejected + "/rejection", why, "yonghui");
        YARD.done(
                rejected + "/return-receipt",
                "{'lines':[{'lot':'%s','quantity':%s}]}".formatted(lot, kilograms(40)),
                "dakang");
        var rest = Yard.shipmentBody(YARD.fresh("S"), lot).replace("'amount':40", "'amount':60");
        YARD.created("/api/shipments", rest, "dakang");
        var more = YARD.post("/api/shipments", Yard.shipmentBody(YARD.fresh("S"), lot), "dakang");
        assertThat(more.rule()).isEqualTo("MORE_THAN_LOT_HAS_LEFT");
    }

    @Test
    void mayBeGiftsWithoutAPrice() {
        var lot = YARD.lot();
        var gift = Yard.shipmentBody(YARD.fresh("S"), lot)
                .replace("'channel'", "'kind':'DONATION','channel'")
                .replace(",'price':{'fen':360,'per':'KILOGRAM'}", "");
        YARD.created("/api/shipments", gift, "dakang");
    }

    @Test
    void waitWhileALotIsHeld() {
        var lot = YARD.lot();
        var shipment = "/api/shipments/" + YARD.logged(lot);
        YARD.done("/api/lots/" + lot + "/hold", "{'reason':'检验'}", "dakang");
        assertThat(YARD.post(shipment + "/dispatch", "", "dakang").rule()).isEqualTo("LOT_HELD");
        YARD.done("/api/lots/" + lot + "/release", "{'reason':'合格'}", "dakang");
        YARD.done(shipment + "/dispatch", "", "dakang");
    }

    @Test
    void areAnsweredAgainUnderTheirKeyAndRecordedOnce() {
        var body = Yard.shipmentBody(YARD.fresh("S"), YARD.lot());
        var key = UUID.randomUUID().toString();
        var first = YARD.post("/api/shipments", body, "dakang", "Idempotency-Key", key);
        long head = YARD.head();
        var again = YARD.post("/api/shipments", body, "dakang", "Idempotency-Key", key);
        assertThat(again.status()).as(again.body()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        var other = YARD.post("/api/shipments", body + " ", "dakang", "Idempotency-Key", key);
        assertThat(other.rule()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(YARD.head()).isEqualTo(head);
    }

    @Test
    void keepsNoKeyOfARefusedCommand() {
        var body = Yard.shipmentBody(YARD.fresh("S"), YARD.lot());
        var key = UUID.randomUUID().toString();
        var refused = YARD.post("/api/shipments", body, "yonghui", "Idempotency-Key", key);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(YARD.post("/api/shipments", body, "dakang", "Idempotency-Key", key)
                        .status())
                .isEqualTo(201);
    }
}
