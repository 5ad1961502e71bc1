package linxi.query.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import linxi.query.sheet.UnreadableFile.Reason;
import org.jspecify.annotations.Nullable;

/** The cells of one sheet. */
final class XlsxSheet {
    private static final int MOST_MERGED = 1_000;

    private final SharedTexts texts;
    private final NumberText numbers;
    private final SheetFile.Taker rows;
    private final List<Area> merged = new ArrayList<>();
    /** The last one stands for all columns beyond. */
    private final String[] cells = new String[SheetFile.MOST_COLUMNS + 1];

    private int row;
    private int column;

    XlsxSheet(SharedTexts texts, NumberText numbers, SheetFile.Taker rows) {
        this.texts = texts;
        this.numbers = numbers;
        this.rows = rows;
    }

    List<Area> read(Unpacked parts, String part) throws IOException, XMLStreamException {
        Arrays.fill(cells, "");
        try (var xml = parts.open(part)) {
            while (xml.next()) {
                if (xml.isStart("row")) {
                    var number = xml.attribute("r");
                    row = number == null ? row + 1 : Integer.parseInt(number);
                    column = 0;
                } else if (xml.isStart("c")) {
                    readCell(xml);
                } else if (xml.isEnd("row")) {
                    rows.take(row, Arrays.asList(cells.clone()));
                    Arrays.fill(cells, "");
                } else if (xml.isStart("mergeCell")) {
                    addMerged(xml.attribute("ref"));
                }
            }
        }
        return merged;
    }

    private void addMerged(@Nullable String reference) {
        if (merged.size() == MOST_MERGED || reference == null) {
            throw new UnreadableFile(Reason.BROKEN_EXCEL);
        }
        merged.add(Area.of(reference));
    }

    private void readCell(Xml xml) throws XMLStreamException {
        var reference = xml.attribute("r");
        column = reference == null ? column : Area.of(reference).firstColumn();
        var text = text(xml, xml.attribute("t"), xml.attribute("s"));
        int place = Math.min(column, SheetFile.MOST_COLUMNS);
        if (!text.isEmpty()) {
            cells[place] = text;
        }
        column++;
    }

    private String text(Xml xml, @Nullable String type, @Nullable String style) throws XMLStreamException {
        String formula = null;
        var value = new StringBuilder();
        while (xml.next() && !xml.isEnd("c")) {
            if (xml.isStart("v")) {
                xml.text("v", value);
            } else if (xml.isStart("is")) {
                return SharedTexts.text(xml, "is");
            } else if (xml.isStart("f")) {
                var text = new StringBuilder();
                xml.text("f", text);
                formula = text.toString();
            }
        }
        if (value.isEmpty()) {
            return formula == null ? "" : "=" + formula;
        }
        return shown(value.toString(), type == null ? "n" : type, style);
    }

    private String shown(String value, String type, @Nullable String style) {
        return switch (type) {
            case "s" -> texts.get(value);
            case "n" -> numbers.of(value, style);
            case "b" -> value.equals("1") ? "TRUE" : "FALSE";
            // A text that a formula came to, an error, a day as ISO 8601 writes it.
            default -> value;
        };
    }
}
