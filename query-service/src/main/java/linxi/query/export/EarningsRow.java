package linxi.query.export;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import linxi.events.Money;
import linxi.query.income.EarningsAnswer;

/**
 * What one settlement paid to a household through one path, or took back.
 *
 * @param household its key, or the pseudonym that stands for it
 */
record EarningsRow(String household, EarningsAnswer.Line line) {
    /** Micro-fen of a yuan have so many decimals. */
    private static final int MICRO_FEN = 8;

    static List<EarningsRow> of(EarningsAnswer answer, String household) {
        return answer.lines().stream()
                .map(line -> new EarningsRow(household, line))
                .toList();
    }

    static Table<EarningsRow> table(Words words, String title) {
        return new Table<EarningsRow>(words, title)
                .with("household", it -> Cell.text(it.household()))
                .with("attributed", it -> Cell.moment(it.line().at()))
                .with("settlement", it -> Cell.text(it.line().settlement().value()))
                .with("agreement", it -> Cell.text(it.line().agreement().value()))
                .with("version", it -> Cell.count(it.line().version()))
                .with("product.id", it -> Cell.text(it.line().product().id()))
                .with("product", it -> words.name(it.line().product()))
                .with("path", it -> words.constant("path", it.line().path()))
                .with("income", it -> Cell.yuan(Money.ofFen(it.line().fen())))
                .with(
                        "entitlement",
                        it -> new Cell.Figure(BigDecimal.valueOf(it.line().entitlement(), MICRO_FEN)))
                .with("crates", it -> Cell.text(it.crates()));
    }

    /** The lots it came from, each with the shipment that took it. */
    private String crates() {
        var lots = line.lots();
        return lots == null
                ? ""
                : lots.stream().map(it -> it.lot() + " / " + it.shipment()).collect(Collectors.joining(", "));
    }
}
