package linxi.query.screen.paper;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import linxi.events.Money;
import linxi.query.print.Grid;
import linxi.query.print.Pdf;
import linxi.query.print.Sheet;
import linxi.query.print.Sheet.Fact;
import linxi.query.screen.Reader;
import linxi.query.settlement.SettlementAnswer;
import linxi.query.settlement.SettlementMoment;

/** 结算单: what is kept of gross, deductions and net, and which path gets how much of it. */
final class SettlementPaper {
    private final SettlementAnswer settlement;
    private final List<Sharing> sharing;
    private final Wording words;

    SettlementPaper(SettlementAnswer settlement, List<Sharing> sharing, Wording words) {
        this.settlement = settlement;
        this.sharing = sharing;
        this.words = words;
    }

    /** @param made what stands at the foot */
    void draw(Pdf pdf, String made) {
        var sheet = new Sheet(pdf);
        sheet.title(
                words.of("paper.settlement"),
                words.of(
                        "paper.settlement.number",
                        settlement.id().value(),
                        words.of("settlement." + settlement.state())));
        sheet.facts(List.of(
                new Fact(words.of("shipment.origin"), words.named(settlement.origin())),
                new Fact(words.of("shipment.market"), words.named(settlement.market())),
                new Fact(words.of("paper.opened"), Reader.time(settlement.at())),
                new Fact(
                        words.of("export.shipments.count"),
                        Integer.toString(settlement.shipments().size()))));
        sheet.heading(words.of("paper.money"));
        sheet.table(money());
        sheet.heading(words.of("paper.shares"));
        sheet.table(shares());
        sheet.note(words.of("paper.shares.hint"));
        shipments(sheet);
        sheet.heading(words.of("paper.evidence"));
        sheet.table(evidence());
        sheet.signatures(List.of(
                words.of("paper.sign.origin", words.name(settlement.origin())),
                words.of("paper.sign.market", words.name(settlement.market()))));
        sheet.foot(made, (page, all) -> words.of("paper.page", page, all));
    }

    private String money(Money money) {
        return Wording.full(words.figures().money(money));
    }

    private Grid money() {
        var grid = new Grid()
                .text(words.of("export.measure"), 3)
                .number(words.of("paper.amount"), 2)
                .text(words.of("paper.remark"), 4);
        grid.row(words.of("paper.settlement.gross"), money(settlement.gross()), "");
        for (var it : settlement.deductions()) {
            var remarks = new ArrayList<String>();
            if (it.basisPoints() != null) {
                remarks.add(words.of("paper.basispoints", hundredths(it.basisPoints())));
            }
            if (it.evidence() != null) {
                remarks.add(it.evidence());
            }
            grid.row(
                    words.of("paper.deduction." + it.kind()), money(it.amount().negated()), String.join("\n", remarks));
        }
        grid.row(words.of("settlement.net"), money(settlement.net()), "");
        grid.row(words.of("paper.returned"), money(settlement.returned()), words.of("paper.returned.hint"));
        if (settlement.refundDue() != null) {
            grid.row(words.of("paper.refund"), money(settlement.refundDue()), "");
        }
        return grid;
    }

    /** Basis points as per cent. */
    private static String hundredths(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString();
    }

    private Grid shares() {
        var grid = new Grid()
                .text(words.of("overview.path"), 3)
                .number(words.of("paper.amount"), 2)
                .number(words.of("paper.sharers"), 2);
        for (var it : sharing) {
            grid.row(
                    words.of("path." + it.path()),
                    money(it.amount()),
                    it.households() == null ? "–" : words.figures().count(it.households()));
        }
        grid.row(words.of("overview.unattributed"), money(settlement.unattributed()), "");
        return grid;
    }

    private void shipments(Sheet sheet) {
        sheet.heading(words.of("overview.shipments"));
        sheet.note(words.joined(
                settlement.shipments().stream().map(Object::toString).toList()));
    }

    private Grid evidence() {
        var grid = Evidence.grid(words);
        for (var it : settlement.history()) {
            Evidence.add(grid, told(it), it.at(), it.recordedAt(), it.by(), it.position());
        }
        return grid;
    }

    private String told(SettlementMoment it) {
        var told = new StringBuilder(words.of("paper.event." + it.event()));
        if (it.reference() != null) {
            told.append('\n').append(words.of("paper.reference", it.reference()));
        }
        if (it.reason() != null) {
            told.append('\n').append(words.of("paper.reason", it.reason()));
        }
        if (it.net() != null) {
            told.append('\n').append(words.of("settlement.net")).append(' ').append(money(it.net()));
        }
        return told.toString();
    }
}
