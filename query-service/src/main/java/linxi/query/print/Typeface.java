package linxi.query.print;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.fontbox.util.BoundingBox;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Noto Sans SC, the one typeface of all papers: 30 MiB while it is held, so it is read when the first paper is made. Widths
 * and heights are in thousandths of the size. Thread-safe.
 */
final class Typeface {
    private static final String FILE = "/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf";

    /** What a reader of PDF needs; texts are found by our own codes. */
    private static final List<String> TABLES =
            List.of("head", "hhea", "loca", "maxp", "prep", "cvt ", "fpgm", "glyf", "hmtx");

    private final TrueTypeFont font;
    private final CmapLookup glyphs;

    private Typeface(TrueTypeFont font) throws IOException {
        this.font = font;
        this.glyphs = font.getUnicodeCmapLookup();
    }

    static Typeface read() {
        try (var file = Typeface.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new FileNotFoundException(FILE);
            }
            return new Typeface(new TTFParser().parse(new RandomAccessReadBuffer(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    boolean has(int character) {
        return glyph(character) != 0;
    }

    /** 0 where it has none. */
    int glyph(int character) {
        return glyphs.getGlyphId(character);
    }

    int width(int character) {
        try {
            return font.getAdvanceWidth(glyph(character));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    /** A part of the font, with some glyphs. */
    static final class Part {
        private final byte[] file;
        private final Map<Integer, Integer> newByOld;

        private Part(byte[] file, Map<Integer, Integer> newByOld) {
            this.file = file;
            this.newByOld = newByOld;
        }

        byte[] file() {
            return file;
        }

        /** Where a glyph of the whole font is in the part. */
        int glyph(int ofTheWhole) {
            return newByOld.getOrDefault(ofTheWhole, 0);
        }
    }

    /** One at a time: the font is read from one place. */
    synchronized Part part(Set<Integer> ofGlyphs) throws IOException {
        var subsetter = new TTFSubsetter(font, TABLES);
        subsetter.addGlyphIds(ofGlyphs);
        var newByOld = new HashMap<Integer, Integer>();
        subsetter.getGIDMap().forEach((now, before) -> newByOld.put(before, now));
        var file = new ByteArrayOutputStream();
        subsetter.writeToStream(file);
        return new Part(file.toByteArray(), newByOld);
    }

    BoundingBox bounds() throws IOException {
        return font.getFontBBox();
    }

    int ascent() throws IOException {
        return font.getHorizontalHeader().getAscender();
    }

    int descent() throws IOException {
        return font.getHorizontalHeader().getDescender();
    }
}
