package linxi.query.screen.scan;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.ResultPointCallback;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Finds a QR code in a picture: whichever way up it is, in poor light, and white on black. */
final class QrReader {
    /** Of what may be corners of a code. Photos have some twenty; comparing them takes the cube of their number. */
    private static final int MOST_CORNERS = 150;

    private QrReader() {}

    static Optional<String> text(BufferedImage image) {
        var full = source(image);
        // Half the size evens out the grain of a photo by little light.
        var small = halved(image);
        var half = source(small);
        List<Supplier<BinaryBitmap>> tries = List.of(
                () -> new BinaryBitmap(new HybridBinarizer(full)),
                () -> new BinaryBitmap(new HybridBinarizer(half)),
                () -> new BinaryBitmap(new GlobalHistogramBinarizer(half)),
                () -> new BinaryBitmap(new HybridBinarizer(half.invert())),
                // Of pictures that stand upright, such as of a screen, the library takes the measure of one in three
                // hundred at the wrong place, whatever their size.
                () -> new BinaryBitmap(new HybridBinarizer(source(turned(small)))));
        return tries.stream()
                .map(it -> decoded(it.get()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> decoded(BinaryBitmap bitmap) {
        try {
            return Optional.of(new QRCodeReader().decode(bitmap, hints()).getText());
        } catch (TooBusy | ReaderException | IllegalArgumentException | IndexOutOfBoundsException none) {
            // The last two are what the library runs into where something only looks like a code.
            return Optional.empty();
        }
    }

    private static Map<DecodeHintType, Object> hints() {
        var corners = new AtomicInteger();
        ResultPointCallback counted = _ -> {
            if (corners.incrementAndGet() > MOST_CORNERS) {
                throw new TooBusy();
            }
        };
        return Map.of(DecodeHintType.TRY_HARDER, true, DecodeHintType.NEED_RESULT_POINT_CALLBACK, counted);
    }

    /** A picture of grain, or one that was made to be looked at for hours. */
    private static final class TooBusy extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooBusy() {
            super(null, null, false, false);
        }
    }

    private static LuminanceSource source(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        return new RGBLuminanceSource(width, height, image.getRGB(0, 0, width, height, null, 0, width));
    }

    private static BufferedImage turned(BufferedImage image) {
        var turned = new BufferedImage(image.getHeight(), image.getWidth(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = turned.createGraphics();
        graphics.translate(image.getHeight(), 0);
        graphics.rotate(Math.PI / 2);
        var _ = graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return turned;
    }

    private static BufferedImage halved(BufferedImage image) {
        int width = Math.max(1, image.getWidth() / 2);
        int height = Math.max(1, image.getHeight() / 2);
        var half = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = half.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        var _ = graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return half;
    }
}
