package linxi.query.screen.importing;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import linxi.events.Channel;
import linxi.events.HouseholdStatus;
import linxi.events.IncomePath;
import linxi.events.MeasureUnit;
import linxi.events.ShipmentKind;
import linxi.query.importing.Content;
import linxi.query.importing.ImportKind;

/**
 * A column, explained.
 *
 * @param values what may stand there, where that is one of a few
 */
record ColumnOnPage(String heading, boolean required, String about, String values) {
    static List<ColumnOnPage> of(ImportKind kind, ImportTexts texts) {
        return kind.columns().stream()
                .map(it -> new ColumnOnPage(
                        texts.heading(it), it.required(), texts.about(kind, it), values(it.content(), texts)))
                .toList();
    }

    private static String values(Content content, ImportTexts texts) {
        return switch (content) {
            case UNIT -> words("unit", MeasureUnit.values(), texts) + texts.of("values.packs");
            case CHANNEL -> words("channel", Channel.values(), texts);
            case STATUS -> words("status", HouseholdStatus.values(), texts);
            case SHIPMENT_KIND -> words("kind", ShipmentKind.values(), texts);
            case PATH -> words("path", IncomePath.values(), texts);
            case DAY -> "2020-07-01, 2020/7/1, 2020年7月1日";
            case TIME -> "2020-07-01 08:30, 2020/7/1 8:30, 2020年7月1日 8时30分";
            case SHARE -> "7000, 70%";
            case ID, IDS, AMOUNT, WHOLE, YUAN, TEXT -> "";
        };
    }

    private static String words(String kind, Enum<?>[] constants, ImportTexts texts) {
        return Arrays.stream(constants)
                .map(it -> texts.text(kind + "." + it.name()))
                .collect(Collectors.joining(", "));
    }
}
