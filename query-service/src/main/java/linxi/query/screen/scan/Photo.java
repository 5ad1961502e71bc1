package linxi.query.screen.scan;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import linxi.query.QueryRule;
import linxi.query.Refused;

/** The pixels of a JPEG or PNG, as few of them as do: what it says of its size is judged before any is decoded. */
final class Photo {
    /** A side of what is taken, in pixels: of a camera of 12 megapixels and more. */
    static final int LONGEST_SIDE = 4_096;

    /** A side of what is looked at. A code that needs more is too small to be seen by the lens either. */
    private static final int ENOUGH = 2_048;

    /** Of a progressive JPEG. Cameras make one, programs some ten; thousands fit into a few megabytes, for hours of work. */
    private static final int MOST_SCANS = 32;

    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    private Photo() {}

    /**
     * On white where it is transparent.
     *
     * @throws Refused where it is none, broken, or too large
     */
    static BufferedImage read(byte[] bytes) {
        var reader = reader(bytes);
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            int longest = Math.max(reader.getWidth(0), reader.getHeight(0));
            if (longest > LONGEST_SIDE) {
                throw new Refused(QueryRule.PHOTO_TOO_LARGE, null, Integer.toString(LONGEST_SIDE));
            }
            var asked = reader.getDefaultReadParam();
            int step = (longest + ENOUGH - 1) / ENOUGH;
            asked.setSourceSubsampling(step, step, 0, 0);
            return onWhite(reader.read(0, asked));
        } catch (Refused refused) {
            throw refused;
        } catch (IOException | RuntimeException broken) {
            // What decoders throw at bytes that are no picture is whatever their code runs into.
            throw new Refused(QueryRule.PHOTO_UNREADABLE);
        } finally {
            reader.dispose();
        }
    }

    /** By the bytes alone: what a caller calls them counts for nothing. */
    private static ImageReader reader(byte[] bytes) {
        var format = begins(bytes, PNG) ? "png" : begins(bytes, JPEG) && scans(bytes) <= MOST_SCANS ? "jpeg" : null;
        if (format == null) {
            throw new Refused(QueryRule.PHOTO_UNREADABLE);
        }
        return ImageIO.getImageReadersByFormatName(format).next();
    }

    private static boolean begins(byte[] bytes, byte[] with) {
        return bytes.length > with.length && Arrays.equals(bytes, 0, with.length, with, 0, with.length);
    }

    /** In what is compressed FF is never followed by DA; a thumbnail inside counts too. */
    private static int scans(byte[] jpeg) {
        int scans = 0;
        for (int i = 1; i < jpeg.length; i++) {
            if (jpeg[i] == (byte) 0xDA && jpeg[i - 1] == (byte) 0xFF) {
                scans++;
            }
        }
        return scans;
    }

    private static BufferedImage onWhite(BufferedImage image) {
        var plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        var graphics = plain.createGraphics();
        var _ = graphics.drawImage(image, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return plain;
    }
}
