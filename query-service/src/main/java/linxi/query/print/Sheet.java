package linxi.query.print;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** A4 pages, filled from top to bottom; what does not fit goes on on the next. */
public final class Sheet {
    private static final float WIDTH = 210;
    private static final float HEIGHT = 297;
    private static final float MARGIN = 14;
    private static final float BOTTOM = HEIGHT - 18;
    private static final float ACROSS = WIDTH - 2 * MARGIN;

    private static final float TITLE = 16;
    private static final float HEADING = 11.5f;
    private static final float BODY = 9;
    private static final float CELL = 8;

    /** Millimetres from line to line, by the points of the letters. */
    private static final float LEADING = 1.4f / Canvas.POINTS_OF_MM;

    private static final float PADDING = 1.2f;
    private static final float HAIR = 0.15f;

    private final Pdf pdf;
    private Canvas page;
    private float y;

    public Sheet(Pdf pdf) {
        this.pdf = pdf;
        this.page = pdf.page(WIDTH, HEIGHT);
        this.y = MARGIN;
    }

    /** A label and what it says. */
    public record Fact(String label, String value) {}

    private void turn() {
        page = pdf.page(WIDTH, HEIGHT);
        y = MARGIN;
    }

    /** Begins a new page where less than that is left. */
    private void need(float millimetres) {
        if (y + millimetres > BOTTOM) {
            turn();
        }
    }

    public void space(float millimetres) {
        y += millimetres;
    }

    /** With a code in the corner that leads to {@code address}, and what is behind it written below. */
    public void title(String title, String subtitle, String address, String code) {
        float side = 22;
        float beside = WIDTH - MARGIN - side;
        page.code(beside, MARGIN, side, address);
        float below = MARGIN + side + 4;
        for (var line : page.broken(code, 7, side)) {
            page.text(beside, below, 7, line);
            below += 7 * LEADING;
        }
        lines(title, TITLE, ACROSS - side - 8, true);
        lines(subtitle, BODY, ACROSS - side - 8, false);
        y = Math.max(y, below);
    }

    public void title(String title, String subtitle) {
        lines(title, TITLE, ACROSS, true);
        lines(subtitle, BODY, ACROSS, false);
    }

    public void heading(String text) {
        need(30);
        space(3);
        lines(text, HEADING, ACROSS, true);
        space(0.5f);
    }

    public void note(String text) {
        lines(text, BODY, ACROSS, false);
    }

    private void lines(String text, float size, float within, boolean bold) {
        for (var line : page.broken(text, size, within)) {
            need(size * LEADING);
            y += size * LEADING;
            if (bold) {
                page.bold(MARGIN, y, size, line);
            } else {
                page.text(MARGIN, y, size, line);
            }
        }
        space(1);
    }

    /** Two beside each other. */
    public void facts(List<Fact> facts) {
        float half = ACROSS / 2;
        for (int i = 0; i < facts.size(); i += 2) {
            var left = fact(facts.get(i), half - 4);
            var right = i + 1 < facts.size() ? fact(facts.get(i + 1), half - 4) : List.<String>of();
            for (int line = 0; line < Math.max(left.size(), right.size()); line++) {
                need(BODY * LEADING);
                y += BODY * LEADING;
                part(left, line, MARGIN);
                part(right, line, MARGIN + half);
            }
        }
        space(2);
    }

    private List<String> fact(Fact fact, float within) {
        return page.broken(fact.label() + "  " + fact.value(), BODY, within);
    }

    private void part(List<String> lines, int line, float x) {
        if (line < lines.size()) {
            page.text(x, y, BODY, lines.get(line));
        }
    }

    /** Its headings stand again on every page; a row may go on on the next. */
    public void table(Grid grid) {
        var widths = grid.widths(ACROSS);
        need(16);
        head(grid, widths);
        for (var row : grid.rows()) {
            var cells = broken(row, widths);
            int all = highest(cells);
            int done = 0;
            do {
                if (fitting() < Math.min(all - done, 3)) {
                    turn();
                    head(grid, widths);
                }
                int now = Math.min(all - done, fitting());
                row(grid, widths, cells, done, now, false);
                done += now;
            } while (done < all);
        }
        space(2);
    }

    private int fitting() {
        return (int) Math.floor((BOTTOM - y - 2 * PADDING) / (CELL * LEADING));
    }

    private void head(Grid grid, List<Float> widths) {
        var cells = broken(grid.columns().stream().map(Grid.Column::heading).toList(), widths);
        int high = highest(cells);
        page.fill(MARGIN, y, ACROSS, high * CELL * LEADING + 2 * PADDING, 0.9f);
        row(grid, widths, cells, 0, high, true);
    }

    private List<List<String>> broken(List<String> row, List<Float> widths) {
        var cells = new ArrayList<List<String>>();
        for (int i = 0; i < row.size(); i++) {
            cells.add(page.broken(row.get(i), CELL, widths.get(i) - 2 * PADDING));
        }
        return cells;
    }

    private static int highest(List<List<String>> cells) {
        return cells.stream().mapToInt(List::size).max().orElse(1);
    }

    /** Some lines of a row. */
    private void row(Grid grid, List<Float> widths, List<List<String>> cells, int from, int count, boolean bold) {
        float x = MARGIN;
        for (int i = 0; i < cells.size(); i++) {
            float right = x + widths.get(i) - PADDING;
            for (int line = 0; line < count && from + line < cells.get(i).size(); line++) {
                var text = cells.get(i).get(from + line);
                float at = grid.columns().get(i).number() ? right - page.widthOf(text, CELL) : x + PADDING;
                float base = y + PADDING + (line + 0.75f) * CELL * LEADING;
                if (bold) {
                    page.bold(at, base, CELL, text);
                } else {
                    page.text(at, base, CELL, text);
                }
            }
            x += widths.get(i);
        }
        y += count * CELL * LEADING + 2 * PADDING;
        page.line(MARGIN, y, WIDTH - MARGIN, y, HAIR);
    }

    /** Room for signatures and stamps, side by side. */
    public void signatures(List<String> whose) {
        float high = 34;
        need(high + 6);
        space(4);
        float wide = ACROSS / whose.size();
        for (int i = 0; i < whose.size(); i++) {
            float x = MARGIN + i * wide;
            float base = y + BODY * LEADING;
            for (var line : page.broken(whose.get(i), BODY, wide - 6)) {
                page.text(x, base, BODY, line);
                base += BODY * LEADING;
            }
            page.line(x, y + high, x + wide - 6, y + high, HAIR);
        }
        y += high + 2;
    }

    /** At the foot of every page; to be called last. */
    public void foot(String left, BiFunction<Integer, Integer, String> numbered) {
        int all = pdf.pages().size();
        for (int i = 0; i < all; i++) {
            var of = pdf.pages().get(i);
            var right = numbered.apply(i + 1, all);
            of.text(MARGIN, HEIGHT - 10, 7, of.broken(left, 7, ACROSS - 30, 1).getFirst());
            of.text(WIDTH - MARGIN - of.widthOf(right, 7), HEIGHT - 10, 7, right);
        }
    }
}
