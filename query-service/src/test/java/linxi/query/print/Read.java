package linxi.query.print;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** A PDF as others read it: its text, its pages, and what a camera makes of them. */
public final class Read {
    private static final float MM_OF_POINT = 25.4f / 72;

    private Read() {}

    /** What is done with a document. */
    private interface Use<T> {
        T of(PDDocument document) throws IOException;
    }

    private static <T> T with(byte[] file, Use<T> use) {
        try (var document = Loader.loadPDF(file)) {
            return use.of(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String text(byte[] file) {
        return with(file, document -> new PDFTextStripper().getText(document));
    }

    /** Without any space or end of a line: where lines break is the paper's. */
    public static String solid(byte[] file) {
        return solid(text(file));
    }

    public static String solid(String text) {
        return text.replaceAll("[\\s\u00a0\u3000]", "");
    }

    public static int pages(byte[] file) {
        return with(file, PDDocument::getNumberOfPages);
    }

    public static String title(byte[] file) {
        return with(file, document -> document.getDocumentInformation().getTitle());
    }

    public static String language(byte[] file) {
        return with(file, document -> document.getDocumentCatalog().getLanguage());
    }

    /** Width and height of each page in millimetres. */
    public static List<List<Float>> sizes(byte[] file) {
        return with(file, document -> {
            var sizes = new ArrayList<List<Float>>();
            for (var page : document.getPages()) {
                var box = page.getMediaBox();
                sizes.add(List.of(box.getWidth() * MM_OF_POINT, box.getHeight() * MM_OF_POINT));
            }
            return sizes;
        });
    }

    /** As a printer makes it that knows black dots alone. */
    public static BufferedImage picture(byte[] file, int page, int dotsPerInch) {
        return with(
                file, document -> new PDFRenderer(document).renderImageWithDPI(page, dotsPerInch, ImageType.BINARY));
    }

    /** What the codes on a page say, in order. */
    public static List<String> codes(byte[] file, int page, int dotsPerInch) {
        var picture = picture(file, page, dotsPerInch);
        int[] dots = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        var source = new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), dots);
        try {
            var found = new QRCodeMultiReader()
                    .decodeMultiple(
                            new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true));
            return Arrays.stream(found).map(Result::getText).sorted().toList();
        } catch (NotFoundException e) {
            return List.of();
        }
    }
}
