package linxi.query.web;

import java.time.Duration;
import java.util.function.Function;
import linxi.edge.http.Admission;
import linxi.query.mongo.ReadLimit;

/**
 * The only way to an answer: a bounded number at once, each with a limited time for all that it reads. Whoever waits for
 * a position, or is slow to take his answer, is not among them.
 */
public final class Reads {
    /** Some four reads, where each takes up to two seconds. */
    private static final Duration LONGEST = Duration.ofSeconds(8);

    private final Answers answers;
    private final Admission admission;

    Reads(Answers answers, Admission admission) {
        this.answers = answers;
        this.admission = admission;
    }

    /**
     * @throws linxi.edge.http.Crowded where as many as may be are in hand
     * @throws RuntimeException that {@link linxi.query.mongo.Views#isAway} knows, where MongoDB does not answer in time
     */
    public <T> T read(Function<Answers, T> question) {
        return admission.run(() -> ReadLimit.within(LONGEST, () -> question.apply(answers)));
    }
}
