package linxi.query.importing.run;

import java.time.Instant;
import java.util.List;
import linxi.query.importing.ImportKind;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an import that was refused, in part or as a whole, for whoever looks after the service: no account, no
 * name of a file, and nothing that stood in a cell.
 *
 * @param at when it came to that
 * @param party for which it acted
 * @param problem why nothing of it was judged, or it broke off; null where only rows are wrong
 * @param rows of the file, 0 where it could not be read
 * @param refused rows that are not recorded as they should be
 * @param rules that were broken, the commonest first
 */
public record RefusedImport(
        Instant at,
        ImportKind kind,
        String party,
        Stage stage,
        @Nullable String problem,
        int rows,
        int refused,
        List<Broken> rules) {
    /** How many rules are kept of one. */
    static final int MOST_RULES = 5;

    public RefusedImport {
        rules = List.copyOf(rules);
    }

    /** A rule, and how often it was broken. */
    public record Broken(String rule, int count) {}
}
