package linxi.query.print;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.ArrayList;
import java.util.List;

/** A page, or a picture that is placed on pages: millimetres from its upper left corner, sizes of letters in points. */
public final class Canvas {
    static final float POINTS_OF_MM = 72f / 25.4f;

    /** Each row of a code reaches so far into the next that no line of light is left between them. */
    private static final float OVERLAP = 0.02f;

    private final Letters letters;
    private final float width;
    private final float height;
    private final StringBuilder content = new StringBuilder();
    private final List<Canvas> placed = new ArrayList<>();

    Canvas(Letters letters, float width, float height) {
        this.letters = letters;
        this.width = width;
        this.height = height;
    }

    public float width() {
        return width;
    }

    public float height() {
        return height;
    }

    List<Canvas> placed() {
        return placed;
    }

    String content() {
        return content.toString();
    }

    /** @param y of the line that the letters stand on */
    public void text(float x, float y, float size, String text) {
        write(x, y, size, "0 Tr", text);
    }

    /** The same, drawn thicker. */
    public void bold(float x, float y, float size, String text) {
        write(x, y, size, "2 Tr " + number(size / 40) + " w", text);
    }

    private void write(float x, float y, float size, String how, String text) {
        var printable = letters.printable(text);
        if (!printable.isBlank()) {
            content.append("BT /F ")
                    .append(number(size))
                    .append(" Tf ")
                    .append(how)
                    .append(' ');
            content.append(at(x, y))
                    .append(" Td ")
                    .append(letters.coded(printable))
                    .append(" Tj ET\n");
        }
    }

    /** Lines of a text, no wider than that. */
    public List<String> broken(String text, float size, float within) {
        return new Lines(letters, size, within).of(text);
    }

    /** Lines of a text, as many as there may be; the last ends in dots where it had to be cut. */
    public List<String> broken(String text, float size, float within, int most) {
        return new Lines(letters, size, within).of(text, most);
    }

    public float widthOf(String text, float size) {
        return letters.width(letters.printable(text), size) / POINTS_OF_MM;
    }

    public void line(float x1, float y1, float x2, float y2, float thickness) {
        content.append(number(thickness * POINTS_OF_MM)).append(" w ");
        content.append(at(x1, y1)).append(" m ").append(at(x2, y2)).append(" l S\n");
    }

    /** @param grey 0 is black, 1 is white */
    public void fill(float x, float y, float wide, float high, float grey) {
        content.append(number(grey)).append(" g ");
        rectangle(x, y, wide, high);
        content.append("f 0 g\n");
    }

    private void rectangle(float x, float y, float wide, float high) {
        content.append(at(x, y + high)).append(' ');
        content.append(number(wide * POINTS_OF_MM))
                .append(' ')
                .append(number(high * POINTS_OF_MM))
                .append(" re\n");
    }

    /**
     * A QR code.
     *
     * @param side of the code alone: what is around it must stay white for four of its modules
     * @throws IllegalArgumentException where the text is too long for one
     */
    public void code(float x, float y, float side, String text) {
        var matrix = matrix(text);
        float module = side / matrix.getWidth();
        for (int row = 0; row < matrix.getHeight(); row++) {
            for (int from = 0; from < matrix.getWidth(); from++) {
                int to = from;
                while (to < matrix.getWidth() && matrix.get(to, row) == 1) {
                    to++;
                }
                if (to > from) {
                    rectangle(x + from * module, y + row * module, (to - from) * module, module + OVERLAP);
                    from = to;
                }
            }
        }
        content.append("f\n");
    }

    private static ByteMatrix matrix(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("no code for " + text.length() + " characters", e);
        }
    }

    /** A picture made by {@link Pdf#picture}, with its upper left corner there; however often, it is in the file once. */
    public void place(Canvas picture, float x, float y) {
        int known = placed.indexOf(picture);
        if (known < 0) {
            known = placed.size();
            placed.add(picture);
        }
        content.append("q 1 0 0 1 ")
                .append(at(x, y + picture.height))
                .append(" cm /X")
                .append(known)
                .append(" Do Q\n");
    }

    private String at(float x, float y) {
        return number(x * POINTS_OF_MM) + " " + number((height - y) * POINTS_OF_MM);
    }

    /** PDF knows no exponents. */
    private static String number(float value) {
        long thousandths = Math.round(value * 1_000d);
        var digits = Long.toString(Math.abs(thousandths) % 1_000 + 1_000).substring(1);
        return (thousandths < 0 ? "-" : "") + Math.abs(thousandths) / 1_000 + "." + digits;
    }
}
