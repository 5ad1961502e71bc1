package linxi.query.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import linxi.query.sheet.UnreadableFile.Reason;
import org.jspecify.annotations.Nullable;

/** The texts that cells refer to by number. */
final class SharedTexts {
    /** Each costs some fifty bytes, however short it is. */
    private static final int MOST = 300_000;

    private final List<String> texts = new ArrayList<>();

    private SharedTexts() {}

    /** @param part null where the workbook has none */
    static SharedTexts of(Unpacked parts, @Nullable String part) throws IOException, XMLStreamException {
        var shared = new SharedTexts();
        if (part != null) {
            try (var xml = parts.open(part)) {
                while (xml.next()) {
                    if (xml.isStart("si")) {
                        shared.add(text(xml, "si"));
                    }
                }
            }
        }
        return shared;
    }

    private void add(String text) {
        if (texts.size() == MOST) {
            throw new UnreadableFile(Reason.UNPACKS_TOO_LARGE);
        }
        texts.add(text);
    }

    /** All pieces of a text, without how it is pronounced. */
    static String text(Xml xml, String element) throws XMLStreamException {
        var text = new StringBuilder();
        boolean spoken = false;
        while (xml.next() && !xml.isEnd(element)) {
            if (xml.isStart("rPh")) {
                spoken = true;
            } else if (xml.isEnd("rPh")) {
                spoken = false;
            } else if (xml.isStart("t") && !spoken) {
                xml.text("t", text);
            }
        }
        return text.toString();
    }

    /** @throws UnreadableFile where there is none of that number */
    String get(String number) {
        int index = Integer.parseInt(number.strip());
        if (index < 0 || index >= texts.size()) {
            throw new UnreadableFile(Reason.BROKEN_EXCEL);
        }
        return texts.get(index);
    }
}
