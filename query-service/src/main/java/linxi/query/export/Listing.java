package linxi.query.export;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import linxi.edge.http.Crowded;
import linxi.query.Asked;
import linxi.query.QueryRule;
import linxi.query.Refused;
import linxi.query.list.Page;
import linxi.query.web.Answers;
import linxi.query.web.Reads;
import org.jspecify.annotations.Nullable;

/** A whole list, a page at a time: no more than one is held, and no read lasts until a slow reader has taken it. */
final class Listing<T> {
    /** What one file may hold, so that nobody fetches everything by mistake. */
    static final int MOST = 200_000;

    /** Of things that are small each. */
    static final int PAGE = 500;

    /** Of things that may hold thousands of others. */
    static final int SMALL_PAGE = 20;

    /** Half a second each: a file that has begun waits longer for its turn than a caller who can be told to come again. */
    private static final int PATIENCE = 20;

    /** What is done with each item. */
    interface Taker<T> {
        void take(T item) throws IOException;
    }

    private final Reads reads;
    private final Map<String, String[]> parameters;
    private final BiFunction<Answers, Asked, Page<T>> list;
    private final int size;
    private final Page<T> first;

    /**
     * @param parameters of the list, but for those of a page
     * @param size of a page, which is held at once
     * @param isTooLong whether it has more than {@link #MOST}
     * @throws Refused where the question is none, or is answered by too much
     */
    Listing(
            Reads reads,
            Map<String, String[]> parameters,
            int size,
            BiFunction<Answers, Asked, Page<T>> list,
            BiPredicate<Answers, Asked> isTooLong) {
        this.reads = reads;
        this.parameters = Map.copyOf(parameters);
        this.size = size;
        this.list = list;
        if (reads.read(answers -> isTooLong.test(answers, new Asked(this.parameters)))) {
            throw new Refused(QueryRule.TOO_MANY_ROWS, null, Integer.toString(MOST));
        }
        this.first = reads.read(page(null));
    }

    void each(Taker<? super T> taker) throws IOException {
        var page = first;
        take(page, taker);
        for (var next = page.next(); next != null; next = page.next()) {
            page = patiently(page(next));
            take(page, taker);
        }
    }

    private static <T> void take(Page<T> page, Taker<? super T> taker) throws IOException {
        for (var item : page.items()) {
            taker.take(item);
        }
    }

    private Function<Answers, Page<T>> page(@Nullable String after) {
        var asked = new HashMap<>(parameters);
        asked.put("limit", new String[] {Integer.toString(size)});
        if (after != null) {
            asked.put("after", new String[] {after});
        }
        return answers -> list.apply(answers, new Asked(asked));
    }

    private Page<T> patiently(Function<Answers, Page<T>> question) {
        for (int i = 1; ; i++) {
            try {
                return reads.read(question);
            } catch (Crowded others) {
                if (i == PATIENCE) {
                    throw others;
                }
            }
        }
    }
}
