package linxi.query.export;

import java.util.List;
import java.util.Map;
import linxi.events.Money;
import linxi.query.income.IncomeAnswer;
import linxi.query.income.IncomeDimension;
import org.jspecify.annotations.Nullable;

/**
 * What a group of households earned.
 *
 * @param unattributed known of the total only
 */
record IncomeLine(
        Map<String, @Nullable Object> key,
        IncomeAnswer.Sum sum,
        @Nullable Money unattributed) {
    /** Of each group; of the total where nothing was asked to group by. */
    static List<IncomeLine> of(IncomeAnswer answer, List<IncomeDimension> dimensions) {
        return dimensions.isEmpty()
                ? List.of(new IncomeLine(Map.of(), answer.total(), answer.unattributed()))
                : answer.groups().stream()
                        .map(group -> new IncomeLine(group.key(), group.sum(), null))
                        .toList();
    }

    static Table<IncomeLine> table(Words words, String title, List<IncomeDimension> dimensions) {
        var table = new Table<IncomeLine>(words, title);
        new GroupColumns<>(words, table, IncomeLine::key).addIncome(dimensions);
        var all = table.with("income", it -> Cell.yuan(it.sum().income()))
                .with("households", it -> Cell.count(it.sum().households()));
        return dimensions.isEmpty()
                ? all.with("unattributed", it -> it.unattributed() == null ? Cell.EMPTY : Cell.yuan(it.unattributed()))
                : all;
    }
}
