package linxi.bench;

import java.util.Arrays;
import java.util.Locale;

/** Of figures of several rounds. */
public record Spread(double median, double min, double max) {
    public static Spread of(double... figures) {
        var sorted = figures.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }

    /** Such as {@code 0.62 (0.58–0.70)}. */
    public String shown() {
        return "%s (%s–%s)".formatted(shown(median), shown(min), shown(max));
    }

    /** Three digits that count. */
    public static String shown(double figure) {
        double size = Math.abs(figure);
        int decimals = size >= 100 || size == 0 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%,." + decimals + "f", figure);
    }
}
