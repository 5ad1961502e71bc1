package linxi.query.screen.paper;

import java.util.ArrayList;
import java.util.List;
import linxi.events.Quantity;
import linxi.query.Amount;
import linxi.query.print.Grid;
import linxi.query.print.Pdf;
import linxi.query.print.Sheet;
import linxi.query.print.Sheet.Fact;
import linxi.query.screen.Reader;
import linxi.query.shipment.ShipmentAnswer;
import linxi.query.shipment.ShipmentMoment;
import linxi.query.shipment.ShipmentMoment.Told;
import linxi.query.shipment.ShipmentState;
import org.jspecify.annotations.Nullable;

/** 收货单: what the market said of each lot, what it said before where it was corrected, and the events it all rests on. */
public final class ReceiptPaper {
    private static final String CORRECTED = "receipt-corrected";

    private final ShipmentAnswer shipment;
    private final Wording words;

    ReceiptPaper(ShipmentAnswer shipment, Wording words) {
        this.shipment = shipment;
        this.words = words;
    }

    /** Whether the market has said anything yet. */
    public static boolean isThere(ShipmentAnswer shipment) {
        return shipment.history().stream().anyMatch(it -> it.event().equals("receipt-confirmed"));
    }

    /** @param made what stands at the foot: when, and as of which event */
    void draw(Pdf pdf, String address, String code, String made) {
        var sheet = new Sheet(pdf);
        sheet.title(
                words.of("paper.receipt"),
                words.of("paper.receipt.number", shipment.id().value(), words.of("state." + shipment.state())),
                address,
                code);
        sheet.facts(facts());
        discrepancy(sheet);
        sheet.heading(words.of("shipment.lines"));
        sheet.table(lines());
        sheet.note(words.of("paper.gross", Wording.full(words.figures().money(shipment.gross()))));
        corrections(sheet);
        sheet.heading(words.of("paper.evidence"));
        sheet.table(evidence());
        sheet.signatures(List.of(
                words.of("paper.sign.market", words.name(shipment.market())),
                words.of("paper.sign.origin", words.name(shipment.origin()))));
        sheet.foot(made, (page, all) -> words.of("paper.page", page, all));
    }

    private List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(words.of("shipment.origin"), words.named(shipment.origin())));
        facts.add(new Fact(words.of("shipment.market"), words.named(shipment.market())));
        facts.add(new Fact(words.of("shipment.kind"), words.of("kind." + shipment.kind())));
        facts.add(new Fact(words.of("overview.channel"), words.of("channel." + shipment.channel())));
        facts.add(new Fact(words.of("shipment.logged"), Reader.time(shipment.at())));
        add("shipment.vehicle", shipment.vehicle(), facts);
        add("shipment.received", shipment.receivedOn(), facts);
        add("shipment.settlement", shipment.settlement(), facts);
        return facts;
    }

    private void add(String label, @Nullable Object value, List<Fact> facts) {
        if (value != null) {
            facts.add(new Fact(words.of(label), value.toString()));
        }
    }

    private void discrepancy(Sheet sheet) {
        if (shipment.state() == ShipmentState.RECEIVED_WITH_DISCREPANCY) {
            var answer = shipment.discrepancy();
            sheet.note(words.of("paper.discrepancy", words.of("answer." + (answer == null ? "NONE" : answer.name()))));
        }
    }

    private Grid lines() {
        var grid = new Grid()
                .text(words.of("paper.lot"), 2.3f)
                .number(words.of("shipment.dispatched"), 1.9f)
                .number(words.of("tally.accepted"), 1.9f)
                .number(words.of("tally.short"), 1.4f)
                .number(words.of("tally.rejected"), 1.4f)
                .number(words.of("tally.lost"), 1.4f)
                .number(words.of("tally.over"), 1.4f)
                .number(words.of("shipment.price"), 1.8f)
                .number(words.of("shipment.gross"), 1.9f)
                .text(words.of("export.reason"), 1.9f);
        for (var line : shipment.lines()) {
            var price = line.price();
            grid.row(
                    words.name(line.product()) + "\n" + line.lot().value(),
                    dispatched(line.dispatched()),
                    amount(line.accepted()),
                    amount(line.shortage()),
                    amount(line.rejected()),
                    amount(line.lost()),
                    amount(line.over()),
                    price == null ? "–" : Wording.full(words.figures().price(price)),
                    Wording.full(words.figures().money(line.gross())),
                    line.reason() == null ? "" : line.reason());
        }
        return grid;
    }

    private String dispatched(Amount amount) {
        return amount(amount) + (amount.entered() == null ? "" : "\n" + words.of("shipment.typed", amount.entered()));
    }

    private String amount(Amount amount) {
        return amount.amount() == 0 ? "–" : Wording.full(words.figures().amount(amount));
    }

    private void corrections(Sheet sheet) {
        var grid = new Grid()
                .text(words.of("paper.when"), 2)
                .text(words.of("shipment.lot"), 1.5f)
                .text(words.of("paper.before"), 3)
                .text(words.of("paper.after"), 3)
                .text(words.of("export.reason"), 2.5f);
        for (var moment : shipment.history()) {
            if (moment.event().equals(CORRECTED) && moment.lines() != null) {
                moment.lines().forEach(line -> corrected(moment, line, grid));
            }
        }
        if (!grid.isEmpty()) {
            sheet.heading(words.of("paper.corrections"));
            sheet.table(grid);
        }
    }

    private void corrected(ShipmentMoment moment, Told line, Grid grid) {
        var before = line.before();
        var reasons = new ArrayList<String>();
        if (moment.reason() != null) {
            reasons.add(moment.reason());
        }
        if (line.reason() != null) {
            reasons.add(line.reason());
        }
        grid.row(
                Reader.time(moment.at()) + "\n" + words.of("paper.position", Long.toString(moment.position())),
                line.lot().value(),
                before == null ? "" : said(before),
                said(line),
                String.join("\n", reasons));
    }

    private String said(Told line) {
        var said = new ArrayList<String>();
        said.add(said("tally.accepted", line.accepted(), true));
        said.add(said("tally.short", line.shortage(), false));
        said.add(said("tally.rejected", line.rejected(), false));
        said.add(said("tally.lost", line.lost(), false));
        said.add(said("tally.over", line.over(), false));
        said.removeIf(String::isEmpty);
        return String.join("\n", said);
    }

    private String said(String key, @Nullable Quantity quantity, boolean always) {
        return quantity == null || (quantity.amount() == 0 && !always)
                ? ""
                : words.of(key) + " " + Wording.full(words.figures().amount(Amount.of(quantity)));
    }

    private Grid evidence() {
        var grid = Evidence.grid(words);
        for (var it : shipment.history()) {
            Evidence.add(grid, words.of("event." + it.event()), it.at(), it.recordedAt(), it.by(), it.position());
        }
        return grid;
    }
}
