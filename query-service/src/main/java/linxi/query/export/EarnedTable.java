package linxi.query.export;

import linxi.query.attributed.AttributedAnswer;

/** What single settlements add to a figure of income. */
final class EarnedTable {
    private EarnedTable() {}

    /**
     * With what the figure is about, and nothing else: settlements that gave nobody anything are not in the list under
     * an income, so that what reached nobody would not add up there.
     *
     * @param toNobody about what reached no household
     */
    static Table<AttributedAnswer> of(Words words, String title, boolean toNobody) {
        var table = new Table<AttributedAnswer>(words, title)
                .with("settlement", it -> Cell.text(it.settlement().value()))
                .with("day", it -> Cell.day(it.day()))
                .with("origin.id", it -> Cell.text(it.origin().id()))
                .with("origin", it -> words.name(it.origin()));
        return toNobody
                ? table.with("unattributed", it -> Cell.yuan(it.unattributed()))
                : table.with("path", it -> words.constants("path", it.paths()))
                        .with("income", it -> Cell.yuan(it.income()));
    }
}
