package linxi.query.screen.label;

import java.util.List;
import linxi.query.Asked;
import linxi.query.QueryRule;
import linxi.query.Refused;
import linxi.query.print.Canvas;
import linxi.query.print.Pdf;

/** What labels are printed on. */
enum LabelSize {
    /** Sheets to be cut, or of 24 labels that stick. */
    A4("a4", 70, 297 / 8f) {
        @Override
        void lay(Pdf pdf, List<Canvas> labels) {
            for (int i = 0; i < labels.size(); i += COLUMNS * ROWS) {
                sheet(
                        pdf.page(SHEET_WIDTH, SHEET_HEIGHT),
                        labels.subList(i, Math.min(labels.size(), i + COLUMNS * ROWS)));
            }
        }
    },
    /** A roll of labels. */
    ROLL("60x40", 60, 40) {
        @Override
        void lay(Pdf pdf, List<Canvas> labels) {
            labels.forEach(label -> pdf.page(label.width(), label.height()).place(label, 0, 0));
        }
    };

    private static final int COLUMNS = 3;
    private static final int ROWS = 8;
    private static final float SHEET_WIDTH = 210;
    private static final float SHEET_HEIGHT = 297;
    private static final float MARK = 2;
    private static final float HAIR = 0.1f;

    private final String name;
    private final float width;
    private final float height;

    LabelSize(String name, float width, float height) {
        this.name = name;
        this.width = width;
        this.height = height;
    }

    /** {@code size}; the sheet where it is not asked for. */
    static LabelSize of(Asked asked) {
        var text = asked.text("size");
        if (text == null) {
            return A4;
        }
        for (var size : values()) {
            if (size.name.equals(text)) {
                return size;
            }
        }
        throw new Refused(QueryRule.BAD_VALUE, "size", text);
    }

    Canvas label(Pdf pdf) {
        return pdf.picture(width, height);
    }

    /** On as many pages as it takes. */
    abstract void lay(Pdf pdf, List<Canvas> labels);

    private static void sheet(Canvas page, List<Canvas> labels) {
        for (int i = 0; i < labels.size(); i++) {
            var label = labels.get(i);
            int column = i % COLUMNS;
            int row = i / COLUMNS;
            page.place(label, column * label.width(), row * label.height());
        }
        for (int row = 0; row <= ROWS; row++) {
            for (int column = 0; column <= COLUMNS; column++) {
                cross(page, column * SHEET_WIDTH / COLUMNS, row * SHEET_HEIGHT / ROWS);
            }
        }
    }

    /** Where to cut. */
    private static void cross(Canvas page, float x, float y) {
        page.line(x - MARK, y, x + MARK, y, HAIR);
        page.line(x, y - MARK, x, y + MARK, HAIR);
    }
}
