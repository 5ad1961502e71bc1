package linxi.query.print;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;

/**
 * The letters of one document. Each character that was typed has a code of its own, also where two of them look the same and
 * share a glyph (人 and the radical ⼈, 力 and its double for Korea): so text is read out as it was typed, which no table made
 * from the glyphs can do.
 */
final class Letters {
    /** Stands before the number of a character that the typeface has not. */
    private static final char UNKNOWN = '□';

    private static final String NAME = "LINXIA+NotoSansSC-Regular";
    private static final String CHARACTERS = """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange
            """;

    private static final String END = """
            endcmap
            CMapName currentdict /CMap defineresource pop
            end
            end
            """;

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final float THOUSANDTHS = 1_000f;

    private final Typeface face;
    private final Map<Integer, Integer> codes = new LinkedHashMap<>();

    Letters(Typeface face) {
        this.face = face;
    }

    /** The same text in characters that can be printed; one line. */
    String printable(String text) {
        var shown = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (Character.isWhitespace(character) || character == '\u00a0') {
                shown.append(' ');
            } else if (Character.isISOControl(character)
                    || Character.getType(character) == Character.FORMAT
                    || !face.has(character)) {
                shown.append(UNKNOWN).append(String.format(Locale.ROOT, "U+%04X", character));
            } else {
                shown.appendCodePoint(character);
            }
        });
        return shown.toString();
    }

    /** In the unit of the size. */
    float width(String printable, float size) {
        long sum = printable.codePoints().mapToLong(face::width).sum();
        return sum * size / THOUSANDTHS;
    }

    /** Two bytes a character, as PDF writes a string. */
    String coded(String printable) {
        var hex = new StringBuilder(4 * printable.length() + 2).append('<');
        printable.codePoints().forEach(character -> {
            int code = codes.computeIfAbsent(character, _ -> codes.size() + 1);
            hex.append(HEX.toHexDigits((short) code));
        });
        return hex.append('>').toString();
    }

    /** The font with all that was written. */
    COSDictionary font() throws IOException {
        var used = new HashSet<Integer>();
        codes.keySet().forEach(character -> used.add(face.glyph(character)));
        var part = face.part(used);
        var font = dictionary("Font");
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        font.setName(COSName.BASE_FONT, NAME);
        font.setItem(COSName.ENCODING, COSName.IDENTITY_H);
        var below = new COSArray();
        below.add(descendant(part));
        font.setItem(COSName.DESCENDANT_FONTS, below);
        font.setItem(COSName.TO_UNICODE, stream(characters().getBytes(StandardCharsets.US_ASCII)));
        return font;
    }

    private COSDictionary descendant(Typeface.Part part) throws IOException {
        var font = dictionary("Font");
        font.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
        font.setName(COSName.BASE_FONT, NAME);
        var system = new COSDictionary();
        system.setItem(COSName.REGISTRY, new COSString("Adobe"));
        system.setItem(COSName.ORDERING, new COSString("Identity"));
        system.setInt(COSName.SUPPLEMENT, 0);
        font.setItem(COSName.CIDSYSTEMINFO, system);
        font.setItem(COSName.FONT_DESC, descriptor(part));
        font.setItem(COSName.W, widths());
        font.setItem(COSName.CID_TO_GID_MAP, stream(glyphs(part)));
        return font;
    }

    private COSDictionary descriptor(Typeface.Part part) throws IOException {
        var descriptor = dictionary("FontDescriptor");
        descriptor.setName(COSName.FONT_NAME, NAME);
        descriptor.setInt(COSName.FLAGS, 4);
        var bounds = face.bounds();
        var box = new COSArray();
        box.add(new COSFloat(bounds.getLowerLeftX()));
        box.add(new COSFloat(bounds.getLowerLeftY()));
        box.add(new COSFloat(bounds.getUpperRightX()));
        box.add(new COSFloat(bounds.getUpperRightY()));
        descriptor.setItem(COSName.FONT_BBOX, box);
        descriptor.setInt(COSName.ITALIC_ANGLE, 0);
        descriptor.setInt(COSName.ASCENT, face.ascent());
        descriptor.setInt(COSName.DESCENT, face.descent());
        descriptor.setInt(COSName.CAP_HEIGHT, 733);
        descriptor.setInt(COSName.STEM_V, 80);
        var file = stream(part.file());
        file.setInt(COSName.LENGTH1, part.file().length);
        descriptor.setItem(COSName.FONT_FILE2, file);
        return descriptor;
    }

    private COSArray widths() {
        var each = new COSArray();
        codes.keySet().forEach(character -> each.add(COSInteger.get(face.width(character))));
        var widths = new COSArray();
        widths.add(COSInteger.ONE);
        widths.add(each);
        return widths;
    }

    /** The glyph in the part for each code. */
    private byte[] glyphs(Typeface.Part part) {
        var glyphs = ByteBuffer.allocate(2 * (codes.size() + 1));
        codes.forEach((character, code) -> glyphs.putShort(2 * code, (short) part.glyph(face.glyph(character))));
        return glyphs.array();
    }

    /** The character for each code (ISO 32000, 9.10.3), in blocks of a hundred as it demands. */
    private String characters() {
        var map = new StringBuilder(CHARACTERS);
        int left = codes.size();
        int written = 0;
        for (var entry : codes.entrySet()) {
            if (written % 100 == 0) {
                map.append(written == 0 ? "" : "endbfchar\n")
                        .append(Math.min(left, 100))
                        .append(" beginbfchar\n");
            }
            map.append('<')
                    .append(HEX.toHexDigits(entry.getValue().shortValue()))
                    .append("> <")
                    .append(utf16(entry.getKey()))
                    .append(">\n");
            written++;
            left--;
        }
        return map.append(written == 0 ? "" : "endbfchar\n").append(END).toString();
    }

    private static String utf16(int character) {
        var hex = new StringBuilder();
        for (char unit : Character.toChars(character)) {
            hex.append(HEX.toHexDigits(unit));
        }
        return hex.toString();
    }

    private static COSDictionary dictionary(String type) {
        var dictionary = new COSDictionary();
        dictionary.setName(COSName.TYPE, type);
        return dictionary;
    }

    static COSStream stream(byte[] content) throws IOException {
        var stream = new COSStream();
        try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content);
        }
        return stream;
    }
}
