package linxi.query.importing;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What some rows of a table come to: one thing, with the commands that make it, in their order.
 *
 * @param rows as Excel counts, ascending
 * @param touches ids of what the commands change or take from; those of two drafts that share one go in the file's order
 */
public record Draft(List<Integer> rows, List<Errand> errands, Set<String> touches) {
    public Draft {
        rows = List.copyOf(rows);
        errands = List.copyOf(errands);
        touches = Set.copyOf(touches);
    }

    /** As {@link Errand#marked}, of each. */
    public Draft marked(UnaryOperator<String> mark) {
        return new Draft(rows, errands.stream().map(it -> it.marked(mark)).toList(), touches);
    }
}
