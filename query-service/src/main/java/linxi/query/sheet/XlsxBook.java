package linxi.query.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import linxi.query.sheet.UnreadableFile.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A workbook of Excel (ECMA-376): a zip of XML parts. Read part by part, so that what is held is the texts and styles that
 * cells refer to, and one row.
 */
final class XlsxBook {
    private static final String BOOK = "xl/workbook.xml";
    private static final String LINKS = "xl/_rels/workbook.xml.rels";

    private final Unpacked parts;
    private @Nullable String firstSheet;
    private boolean from1904;

    private XlsxBook(ZipFile zip) {
        this.parts = new Unpacked(zip);
    }

    /**
     * Hands over the rows of the first sheet that is not hidden.
     *
     * @return its merged cells
     */
    static List<Area> read(Path file, SheetFile.Taker rows) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            return new XlsxBook(zip).read(rows);
        } catch (ZipException | XMLStreamException | IllegalArgumentException | ArithmeticException broken) {
            throw new UnreadableFile(Reason.BROKEN_EXCEL, 0, broken);
        }
    }

    private List<Area> read(SheetFile.Taker rows) throws IOException, XMLStreamException {
        readBook();
        var targets = new HashMap<String, String>();
        var kinds = new HashMap<String, String>();
        readLinks(targets, kinds);
        var sheet = firstSheet == null ? null : targets.get(firstSheet);
        if (sheet == null) {
            throw new UnreadableFile(Reason.BROKEN_EXCEL);
        }
        var texts = SharedTexts.of(parts, kinds.get("sharedStrings"));
        var styles = CellStyles.of(parts, kinds.get("styles"));
        return new XlsxSheet(texts, new NumberText(styles, from1904), rows).read(parts, sheet);
    }

    private void readBook() throws IOException, XMLStreamException {
        try (var xml = parts.open(BOOK)) {
            while (xml.next()) {
                if (xml.isStart("workbookPr")) {
                    var flag = xml.attribute("date1904");
                    from1904 = "1".equals(flag) || "true".equals(flag);
                } else if (xml.isStart("sheet") && firstSheet == null && isVisible(xml.attribute("state"))) {
                    firstSheet = xml.attribute("id");
                }
            }
        }
    }

    private static boolean isVisible(@Nullable String state) {
        return state == null || state.equals("visible");
    }

    /** @param kinds by the last word of the type, such as {@code styles} */
    private void readLinks(Map<String, String> targets, Map<String, String> kinds)
            throws IOException, XMLStreamException {
        try (var xml = parts.open(LINKS)) {
            while (xml.next()) {
                if (xml.isStart("Relationship")) {
                    var id = xml.attribute("Id");
                    var type = xml.attribute("Type");
                    var target = xml.attribute("Target");
                    if (id != null && type != null && target != null) {
                        var part = target.startsWith("/") ? target.substring(1) : "xl/" + target;
                        targets.put(id, part);
                        kinds.put(type.substring(type.lastIndexOf('/') + 1), part);
                    }
                }
            }
        }
    }
}
