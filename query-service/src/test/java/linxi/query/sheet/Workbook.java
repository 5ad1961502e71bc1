package linxi.query.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook written part by part, as other programs than ours write them. */
final class Workbook {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private final Map<String, String> parts = new LinkedHashMap<>();

    Workbook() {
        var _ = with("xl/workbook.xml", """
                <workbook xmlns:r="r"><workbookPr/><sheets><sheet name="a" state="hidden" r:id="rId9"/>\
                <sheet name="b" r:id="rId1"/></sheets></workbook>""");
        var _ = with("xl/_rels/workbook.xml.rels", """
                <Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>\
                <Relationship Id="rId2" Type="http://x/styles" Target="/xl/styles.xml"/>\
                <Relationship Id="rId3" Type="http://x/sharedStrings" Target="sharedStrings.xml"/></Relationships>""");
        // 0 plain, 1 day, 2 time in Chinese, 3 percent, 4 a format of our own with percent, 5 one that only looks like
        // a time
        var _ = with("xl/styles.xml", """
                <styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot; h:mm"/>\
                <numFmt numFmtId="177" formatCode="0.00%"/><numFmt numFmtId="178" formatCode="#,##0&quot; days&quot;[Red]"/></numFmts>\
                <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/>\
                <xf numFmtId="9"/><xf numFmtId="177"/><xf numFmtId="178"/></cellXfs></styleSheet>""");
        var _ = with("xl/sharedStrings.xml", """
                <sst><si><t>批次号</t></si><si><r><t>鲜</t></r><r><t>蛋</t></r><rPh><t>xian dan</t></rPh></si></sst>""");
    }

    Workbook with(String part, String xml) {
        parts.put(part, xml);
        return this;
    }

    /** @param rows elements of {@code sheetData} */
    Workbook rows(String rows) {
        return sheet("<sheetData>" + rows + "</sheetData>");
    }

    Workbook sheet(String content) {
        return with("xl/worksheets/sheet1.xml", "<worksheet>" + content + "</worksheet>");
    }

    Path in(Path folder) throws IOException {
        var file = Files.createTempFile(folder, "book", ".xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write((HEAD + part.getValue()).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }
}
