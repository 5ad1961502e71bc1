package linxi.query.screen.label;

import java.util.ArrayList;
import java.util.List;
import linxi.query.print.Canvas;
import linxi.query.print.Pdf;

/**
 * Draws labels in black alone, as thermal printers know nothing else. The code is 22 mm wide and has white around it: what it
 * needs of that (four modules) is less than 4 mm.
 */
final class LabelDrawing {
    private static final float EDGE = 3;
    private static final float CODE = 22;
    private static final float WHITE = 4;
    private static final float TITLE_SIZE = 11;
    private static final float TITLE_HIGH = 5.2f;
    private static final float FACT_SIZE = 7.5f;
    private static final float FACT_HIGH = 3.5f;
    private static final float CODE_SIZE = 6.5f;
    private static final float CODE_HIGH = 2.8f;

    private LabelDrawing() {}

    /** Each as often as asked, copies beside each other. */
    static void draw(Pdf pdf, LabelSize size, List<Label> labels, int copies) {
        var all = new ArrayList<Canvas>();
        for (var label : labels) {
            var drawn = size.label(pdf);
            draw(drawn, label);
            for (int i = 0; i < copies; i++) {
                all.add(drawn);
            }
        }
        size.lay(pdf, all);
    }

    private static void draw(Canvas on, Label label) {
        float top = EDGE + TITLE_HIGH;
        var title =
                on.broken(label.title(), TITLE_SIZE, on.width() - 2 * EDGE, 1).getFirst();
        on.bold(EDGE, top - 1.2f, TITLE_SIZE, title);
        float x = EDGE + WHITE - 1;
        float y = on.height() - EDGE - CODE;
        on.code(x, y, CODE, label.address());
        beside(on, label, x + CODE + WHITE, top);
    }

    private static void beside(Canvas on, Label label, float x, float top) {
        float within = on.width() - EDGE - x;
        // Never cut: it is there to be typed.
        var code = on.broken(label.code(), CODE_SIZE, within);
        float bottom = on.height() - EDGE - code.size() * CODE_HIGH;
        float y = top;
        for (var fact : label.facts()) {
            for (var line : on.broken(fact, FACT_SIZE, within, 2)) {
                if (y + FACT_HIGH <= bottom) {
                    y += FACT_HIGH;
                    on.text(x, y - 0.8f, FACT_SIZE, line);
                }
            }
        }
        y = bottom;
        for (var line : code) {
            y += CODE_HIGH;
            on.bold(x, y - 0.6f, CODE_SIZE, line);
        }
    }
}
