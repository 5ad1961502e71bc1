package linxi.query.screen.code;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/** A QR code as SVG: sharp at every size, black on white whatever the page around it, with its quiet zone. */
final class QrPicture {
    /** M: an eighth of it may be dirty. */
    private static final Map<EncodeHintType, Object> HINTS =
            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4);

    private QrPicture() {}

    /**
     * @param text ASCII, of at most 2 000 characters
     * @param title for whoever does not see it; no character of it is special to XML
     */
    static String svg(String text, String title) {
        var matrix = matrix(text);
        int size = matrix.getWidth();
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" width="%2$d" height="%2$d" role="img" shape-rendering="crispEdges"><title>%3$s</title><rect width="%1$d" height="%1$d" fill="#fff"/><path fill="#000" d="%4$s"/></svg>
                """.formatted(size, 8 * size, title, path(matrix));
    }

    private static BitMatrix matrix(String text) {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, HINTS);
        } catch (WriterException e) {
            throw new IllegalArgumentException("does not fit into a QR code: " + text.length() + " characters", e);
        }
    }

    /** A bar for each run of dark modules in a row. */
    private static String path(BitMatrix matrix) {
        var path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            int x = 0;
            while (x < matrix.getWidth()) {
                int begin = x;
                while (x < matrix.getWidth() && matrix.get(x, y)) {
                    x++;
                }
                if (x > begin) {
                    int run = x - begin;
                    path.append("M%d %dh%dv1h-%dz".formatted(begin, y, run, run));
                }
                x++;
            }
        }
        return path.toString();
    }
}
