package linxi.allinone.crash;

import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.databind.JsonNode;

/** One lot of a shipment in the books: what the market said last, and what came back. */
final class Line {
    final String lot;
    final String product;
    final String unit;
    final long dispatched;
    final long fen;
    final long per;
    long accepted;
    long shortage;
    long rejected;
    long lost;
    long over;
    long back;
    long returned;

    Line(JsonNode json) {
        lot = json.get("lot").asString();
        product = json.get("product").asString();
        unit = json.get("quantity").get("unit").asString();
        dispatched = json.get("quantity").get("amount").longValue();
        var price = json.get("price");
        fen = price == null ? 0 : price.get("fen").longValue();
        per = price == null ? 1 : price.get("contains").longValue();
    }

    void add(JsonNode tally) {
        accepted += tally.get("accepted").longValue();
        shortage += tally.get("shortage").longValue();
        rejected += tally.get("rejected").longValue();
        lost += tally.get("lost").longValue();
        over += tally.get("over").longValue();
    }

    void set(JsonNode tally) {
        accepted = 0;
        shortage = 0;
        rejected = 0;
        lost = 0;
        over = 0;
        add(tally);
    }

    boolean isPlain() {
        return shortage == 0 && rejected == 0 && lost == 0 && over == 0;
    }

    long kept() {
        return accepted - returned;
    }

    /** What is still out of the lot. */
    long gone() {
        return dispatched - shortage - back;
    }

    /** In fen, half-up, once. */
    long cost(long amount) {
        return BigDecimal.valueOf(amount)
                .multiply(BigDecimal.valueOf(fen))
                .divide(BigDecimal.valueOf(per), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
