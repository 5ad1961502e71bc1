package linxi.query.screen.scan;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Photos as they come: good ones, bad ones, and those that were made to harm. */
public final class Pictures {
    private Pictures() {}

    /** A label on a grey table, turned by that many degrees. */
    public static BufferedImage label(String text, int width, int height, int side, double degrees) {
        try {
            var matrix = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, side, side);
            var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            var graphics = image.createGraphics();
            graphics.setColor(new Color(150, 140, 130));
            graphics.fillRect(0, 0, width, height);
            graphics.rotate(Math.toRadians(degrees), width / 2.0, height / 2.0);
            for (int x = 0; x < side; x++) {
                for (int y = 0; y < side; y++) {
                    graphics.setColor(matrix.get(x, y) ? Color.BLACK : Color.WHITE);
                    graphics.fillRect((width - side) / 2 + x, (height - side) / 2 + y, 1, 1);
                }
            }
            graphics.dispose();
            return image;
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same by little light: dark, of little contrast, with grain. The seed is always the same. */
    public static BufferedImage dim(BufferedImage image) {
        var random = new Random(20_200_501);
        var dim = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                int light = (image.getRGB(x, y) >> 8 & 0xFF) / 4 + 20 + (int) (random.nextGaussian() * 12);
                int grey = Math.clamp(light, 0, 255);
                dim.setRGB(x, y, grey << 16 | grey << 8 | grey);
            }
        }
        return dim;
    }

    static BufferedImage inverted(BufferedImage image) {
        var inverted = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                inverted.setRGB(x, y, ~image.getRGB(x, y) & 0xFFFFFF);
            }
        }
        return inverted;
    }

    /** Grain alone, which is the most work to look at. */
    public static BufferedImage grain(int side) {
        var random = new Random(20_200_502);
        var grain = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < side; x++) {
            for (int y = 0; y < side; y++) {
                grain.setRGB(x, y, random.nextBoolean() ? 0xFFFFFF : 0);
            }
        }
        return grain;
    }

    public static byte[] as(String format, BufferedImage image) {
        try {
            var bytes = new ByteArrayOutputStream();
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalArgumentException(format);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A PNG that says it has that many pixels, and has next to none. */
    public static byte[] bomb(int width, int height) {
        try {
            var bytes = new ByteArrayOutputStream();
            var out = new DataOutputStream(bytes);
            out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
            var header = new ByteArrayOutputStream();
            var fields = new DataOutputStream(header);
            fields.writeInt(width);
            fields.writeInt(height);
            fields.write(new byte[] {8, 6, 0, 0, 0});
            chunk(out, "IHDR", header.toByteArray());
            chunk(out, "IDAT", new byte[] {0x78, (byte) 0x9C, 3, 0, 0, 0, 0, 1});
            chunk(out, "IEND", new byte[0]);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void chunk(DataOutputStream out, String name, byte[] content) throws IOException {
        var checked = new CRC32();
        checked.update(name.getBytes(StandardCharsets.US_ASCII));
        checked.update(content);
        out.writeInt(content.length);
        out.write(name.getBytes(StandardCharsets.US_ASCII));
        out.write(content);
        out.writeInt((int) checked.getValue());
    }
}
