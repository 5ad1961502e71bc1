package linxi.bench;

/**
 * One line of the result.
 *
 * @param what is measured
 * @param ours with its unit, median and range
 * @param beside the other contestant's, or {@code –}
 * @param figure the ratio ours to theirs, or the figure itself, that has the target
 */
public record Row(String what, String ours, String beside, Spread figure, Target target) {
    boolean isMet() {
        return target.isMetBy(figure.median());
    }
}
