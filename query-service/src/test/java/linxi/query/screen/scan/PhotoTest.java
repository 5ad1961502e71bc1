package linxi.query.screen.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import linxi.query.QueryRule;
import linxi.query.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes are found on photos as people take them; what is no photo, or was made to harm, is refused at once. */
class PhotoTest {
    private static final String TEXT = "https://linxi.example/t/S.SH1";
    private static final BufferedImage LABEL = Pictures.label(TEXT, 1200, 900, 400, 0);

    private static void finds(byte[] photo) {
        assertThat(QrReader.text(Photo.read(photo))).contains(TEXT);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 45, 90, 180, 270, 300})
    void isReadWhicheverWayUp(int degrees) {
        finds(Pictures.as("jpeg", Pictures.label(TEXT, 1200, 900, 400, degrees)));
    }

    /** Two of those that the library cannot read as they stand. */
    @ParameterizedTest
    @ValueSource(strings = {"https://linxi.example/t/S.SH467", "https://linxi.example/t/S.SH578"})
    void isReadUprightWhateverItSays(String text) {
        var screen = Pictures.as("png", Pictures.label(text, 1200, 900, 400, 0));
        assertThat(QrReader.text(Photo.read(screen))).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png"})
    void isReadInBothFormats(String format) {
        finds(Pictures.as(format, LABEL));
    }

    @Test
    void isReadByLittleLight() {
        finds(Pictures.as("jpeg", Pictures.dim(LABEL)));
    }

    @Test
    void isReadWhiteOnBlack() {
        finds(Pictures.as("png", Pictures.inverted(LABEL)));
    }

    @Test
    void isReadWhereItIsASmallPartOfALargePhoto() {
        finds(Pictures.as("jpeg", Pictures.label(TEXT, 4096, 3072, 420, 10)));
    }

    @Test
    void isReadOnNoGround() {
        var clear = new BufferedImage(1200, 900, BufferedImage.TYPE_INT_ARGB);
        for (int x = 0; x < 1200; x++) {
            for (int y = 0; y < 900; y++) {
                boolean dark = (LABEL.getRGB(x, y) & 0xFFFFFF) == 0;
                clear.setRGB(x, y, dark ? 0xFF000000 : 0);
            }
        }
        finds(Pictures.as("png", clear));
    }

    /** Corners by the thousand: to compare all threes of them would take days. */
    @Test
    @Timeout(20)
    void isNotLookedAtForEver() {
        var corners = new BufferedImage(2_048, 2_048, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 2_048; x++) {
            for (int y = 0; y < 2_048; y++) {
                int far = Math.max(Math.abs(x % 24 - 10), Math.abs(y % 24 - 10));
                corners.setRGB(x, y, far < 3 || (far >= 5 && far < 7) ? 0 : 0xFFFFFF);
            }
        }
        assertThat(QrReader.text(corners)).isEmpty();
    }

    @Test
    void isFoundToHoldNothing() {
        assertThat(QrReader.text(Photo.read(Pictures.as("png", Pictures.grain(600)))))
                .isEmpty();
        assertThat(QrReader.text(Photo.read(Pictures.as("png", new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)))))
                .isEmpty();
    }

    @Test
    void isRefusedByWhatItSaysOfItsSizeBeforeAPixelIsDecoded() {
        refuses(Pictures.bomb(60_000, 60_000), QueryRule.PHOTO_TOO_LARGE);
        refuses(Pictures.bomb(Integer.MAX_VALUE, 1), QueryRule.PHOTO_TOO_LARGE);
        refuses(Pictures.bomb(Photo.LONGEST_SIDE + 1, 8), QueryRule.PHOTO_TOO_LARGE);
        var jpeg = Pictures.as("jpeg", new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB));
        refuses(claiming(jpeg, 60_000), QueryRule.PHOTO_TOO_LARGE);
    }

    /** The same JPEG with another height in the header of its frame. */
    private static byte[] claiming(byte[] jpeg, int height) {
        var changed = jpeg.clone();
        for (int i = 0; i < changed.length - 6; i++) {
            if (changed[i] == (byte) 0xFF && changed[i + 1] == (byte) 0xC0) {
                changed[i + 5] = (byte) (height >> 8);
                changed[i + 6] = (byte) height;
                return changed;
            }
        }
        throw new IllegalArgumentException("no frame");
    }

    @Test
    void isRefusedWhereItIsNone() {
        var png = Pictures.as("png", LABEL);
        var jpeg = Pictures.as("jpeg", LABEL);
        refuses(new byte[0], QueryRule.PHOTO_UNREADABLE);
        refuses(
                "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8),
                QueryRule.PHOTO_UNREADABLE);
        refuses("GIF89a............".getBytes(StandardCharsets.UTF_8), QueryRule.PHOTO_UNREADABLE);
        refuses(Pictures.bomb(0, 0), QueryRule.PHOTO_UNREADABLE);
        refuses(Pictures.bomb(-1, -1), QueryRule.PHOTO_UNREADABLE);
        refuses(Arrays.copyOf(png, 40), QueryRule.PHOTO_UNREADABLE);
        refuses(Arrays.copyOf(jpeg, 30), QueryRule.PHOTO_UNREADABLE);
        var noise = new byte[5_000];
        new java.util.Random(1).nextBytes(noise);
        System.arraycopy(png, 0, noise, 0, 8);
        refuses(noise, QueryRule.PHOTO_UNREADABLE);
        System.arraycopy(jpeg, 0, noise, 0, 8);
        refuses(noise, QueryRule.PHOTO_UNREADABLE);
    }

    /** A few bytes more make a decoder go over all of the picture again. */
    @Test
    void isRefusedWithVeryManyScans() {
        var jpeg = Pictures.as("jpeg", LABEL);
        var longer = Arrays.copyOf(jpeg, jpeg.length + 80);
        for (int i = jpeg.length; i < longer.length; i += 2) {
            longer[i] = (byte) 0xFF;
            longer[i + 1] = (byte) 0xDA;
        }
        refuses(longer, QueryRule.PHOTO_UNREADABLE);
    }

    private static void refuses(byte[] bytes, QueryRule rule) {
        assertThatThrownBy(() -> Photo.read(bytes))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.rule()).isEqualTo(rule));
    }
}
