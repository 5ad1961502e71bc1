package linxi.allinone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** A PDF that a page links to, as whoever searches or prints it has it. */
record Paper(String text, BufferedImage firstPage) {
    private static final int PRINTER = 300;
    /** What a font gives in place of the characters that were typed. */
    private static final Pattern NOT_AS_TYPED = Pattern.compile("[#\uFFFD\u2E80-\u2FDF]");

    /** Behind the one link of the page that the selector finds. */
    static Paper behind(Chromium browser, String link) {
        var _ = browser.find(link);
        assertThat(browser.all(link)).as(link).hasSize(1);
        var address = Objects.requireNonNull(browser.find(link).getDomAttribute("href"));
        var file = browser.fetched(address);
        try (var document = Loader.loadPDF(file)) {
            return new Paper(
                    solid(new PDFTextStripper().getText(document)),
                    new PDFRenderer(document).renderImageWithDPI(0, PRINTER, ImageType.BINARY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without spaces: where lines break is the paper's. */
    static String solid(String text) {
        return text.replaceAll("[\\s\u00a0\u3000]", "");
    }

    void says(String... words) {
        assertThat(text).doesNotContainPattern(NOT_AS_TYPED);
        for (var it : words) {
            assertThat(text).contains(solid(it));
        }
    }
}
