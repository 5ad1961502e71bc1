package linxi.query.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import linxi.query.sheet.UnreadableFile.Reason;
import org.jspecify.annotations.Nullable;

/** What the numbers of cells stand for, as their formats show them. */
final class CellStyles {
    private static final int MOST = 70_000;
    /** What a format shows as it stands: quoted, escaped, in brackets, and the width of a character. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|[_*].");

    private static final Pattern DATE = Pattern.compile("[ymdhs]", Pattern.CASE_INSENSITIVE);

    /** What a number stands for. */
    enum Shows {
        NUMBER,
        TIME,
        PERCENT
    }

    private final List<Shows> shows = new ArrayList<>();
    private final Map<Integer, Shows> formats = new HashMap<>();

    private CellStyles() {}

    /** @param part null where the workbook has none */
    static CellStyles of(Unpacked parts, @Nullable String part) throws IOException, XMLStreamException {
        var styles = new CellStyles();
        if (part != null) {
            try (var xml = parts.open(part)) {
                styles.read(xml);
            }
        }
        return styles;
    }

    private void read(Xml xml) throws XMLStreamException {
        boolean ofCells = false;
        while (xml.next()) {
            if (xml.isStart("numFmt")) {
                var code = xml.attribute("formatCode");
                formats.put(number(xml.attribute("numFmtId")), shows(code == null ? "" : code));
            } else if (xml.isStart("cellXfs") || xml.isEnd("cellXfs")) {
                ofCells = xml.isStart("cellXfs");
            } else if (ofCells && xml.isStart("xf")) {
                int format = number(xml.attribute("numFmtId"));
                shows.add(formats.getOrDefault(format, builtIn(format)));
            }
            if (shows.size() > MOST || formats.size() > MOST) {
                throw new UnreadableFile(Reason.UNPACKS_TOO_LARGE);
            }
        }
    }

    private static int number(@Nullable String text) {
        return text == null ? 0 : Integer.parseInt(text);
    }

    static Shows shows(String format) {
        var bare = LITERAL.matcher(format).replaceAll("");
        if (bare.contains("%")) {
            return Shows.PERCENT;
        }
        // "General" has none of these letters, nor has 0.00E+00.
        return DATE.matcher(bare).find() ? Shows.TIME : Shows.NUMBER;
    }

    /** Those that Excel knows by number only, the Chinese ones among them. */
    private static Shows builtIn(int format) {
        if (format == 9 || format == 10) {
            return Shows.PERCENT;
        }
        boolean time = (format >= 14 && format <= 22)
                || (format >= 27 && format <= 36)
                || (format >= 45 && format <= 47)
                || (format >= 50 && format <= 58);
        return time ? Shows.TIME : Shows.NUMBER;
    }

    /** @param style the number that a cell refers to; null where it refers to none */
    Shows of(@Nullable String style) {
        int index = style == null ? 0 : Integer.parseInt(style);
        return index >= 0 && index < shows.size() ? shows.get(index) : Shows.NUMBER;
    }
}
