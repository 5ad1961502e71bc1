package linxi.query.screen.scan;

import java.awt.image.BufferedImage;
import java.util.Optional;

/** Lets other tests look at a picture as we do. */
public final class ReadCode {
    private ReadCode() {}

    public static Optional<String> on(BufferedImage picture) {
        return QrReader.text(picture);
    }
}
