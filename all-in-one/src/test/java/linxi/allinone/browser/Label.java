package linxi.allinone.browser;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;

/** A QR code as a lens sees it: in a photo, or in what a camera shows. */
final class Label {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int SIDE = 320;

    private Label() {}

    private static BitMatrix matrix(String text) {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, SIDE, SIDE);
        } catch (WriterException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static boolean isDark(BitMatrix matrix, int x, int y) {
        int left = (WIDTH - SIDE) / 2;
        int top = (HEIGHT - SIDE) / 2;
        return x >= left && x < left + SIDE && y >= top && y < top + SIDE && matrix.get(x - left, y - top);
    }

    /** A file to upload. */
    static Path photo(String text) {
        var matrix = matrix(text);
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < WIDTH; x++) {
            for (int y = 0; y < HEIGHT; y++) {
                image.setRGB(x, y, isDark(matrix, x, y) ? 0x101010 : 0xE8E8E0);
            }
        }
        try {
            var file = Files.createTempFile(Path.of("target"), "label", ".jpg").toAbsolutePath();
            ImageIO.write(image, "jpeg", file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Two frames of YUV 4:2:0 that Chromium shows again and again in place of a camera's. */
    static Path video(String text) {
        var matrix = matrix(text);
        var light = new byte[WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                light[y * WIDTH + x] = (byte) (isDark(matrix, x, y) ? 24 : 220);
            }
        }
        var colour = new byte[WIDTH * HEIGHT / 2];
        Arrays.fill(colour, (byte) 128);
        try {
            var file = Files.createTempFile(Path.of("target"), "camera", ".y4m").toAbsolutePath();
            try (var out = Files.newOutputStream(file)) {
                out.write("YUV4MPEG2 W%d H%d F10:1 Ip A1:1 C420jpeg\n"
                        .formatted(WIDTH, HEIGHT)
                        .getBytes(StandardCharsets.US_ASCII));
                for (int i = 0; i < 2; i++) {
                    out.write("FRAME\n".getBytes(StandardCharsets.US_ASCII));
                    out.write(light);
                    out.write(colour);
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a reader sees on a picture of a page, given as its {@code data:} address. */
    static String read(String dataAddress) {
        var base64 = dataAddress.substring(dataAddress.indexOf(',') + 1);
        try (var bytes = new ByteArrayInputStream(Base64.getDecoder().decode(base64))) {
            return read(ImageIO.read(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The one code in a picture. Of codes that stand upright the library cannot read one in three hundred, whatever their
     * size, as it takes its measure at the wrong place; it can read all of these once they are turned.
     */
    static String read(BufferedImage image) {
        try {
            return decoded(image);
        } catch (ReaderException _) {
            try {
                return decoded(turned(image));
            } catch (ReaderException e) {
                throw new AssertionError("no code in the picture", e);
            }
        }
    }

    private static String decoded(BufferedImage image) throws ReaderException {
        int width = image.getWidth();
        int height = image.getHeight();
        var pixels = image.getRGB(0, 0, width, height, null, 0, width);
        var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        return new QRCodeReader().decode(bitmap).getText();
    }

    private static BufferedImage turned(BufferedImage image) {
        var turned = new BufferedImage(image.getHeight(), image.getWidth(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                turned.setRGB(image.getHeight() - 1 - y, x, image.getRGB(x, y));
            }
        }
        return turned;
    }
}
