package linxi.query.print;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Breaks texts where Chinese and English may be broken, and anywhere where a piece is wider than the line. */
final class Lines {
    private static final String DOTS = "…";

    private final Letters letters;
    private final float size;
    private final float points;

    /** @param within millimetres */
    Lines(Letters letters, float size, float within) {
        this.letters = letters;
        this.size = size;
        this.points = within * Canvas.POINTS_OF_MM;
    }

    List<String> of(String text) {
        var lines = new ArrayList<String>();
        for (var part : text.split("\n", -1)) {
            add(letters.printable(part), lines);
        }
        return lines;
    }

    List<String> of(String text, int most) {
        var all = of(text);
        if (all.size() <= most) {
            return all;
        }
        var some = new ArrayList<>(all.subList(0, most));
        var last = some.removeLast();
        while (!last.isEmpty() && !fits(last + DOTS)) {
            last = last.substring(0, last.offsetByCodePoints(last.length(), -1));
        }
        some.add(last + DOTS);
        return some;
    }

    private boolean fits(String text) {
        return letters.width(text.stripTrailing(), size) <= points;
    }

    private void add(String text, List<String> to) {
        var breaks = BreakIterator.getLineInstance(Locale.SIMPLIFIED_CHINESE);
        breaks.setText(text);
        var line = new StringBuilder();
        int begin = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            var piece = text.substring(begin, end);
            if (!line.isEmpty() && !fits(line + piece)) {
                to.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(piece);
            if (!fits(line.toString())) {
                breakAnywhere(line, to);
            }
            begin = end;
        }
        to.add(line.toString().strip());
    }

    /** Leaves in {@code line} what fits, however narrow it is: one character always does. */
    private void breakAnywhere(StringBuilder line, List<String> to) {
        while (line.codePointCount(0, line.length()) > 1 && !fits(line.toString())) {
            int end = line.offsetByCodePoints(0, 1);
            for (int next = line.offsetByCodePoints(end, 1);
                    fits(line.substring(0, next)) && next < line.length();
                    next = line.offsetByCodePoints(next, 1)) {
                end = next;
            }
            to.add(line.substring(0, end).strip());
            line.delete(0, end);
        }
    }
}
