package linxi.query.importing;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import linxi.events.Channel;
import linxi.events.HouseholdStatus;
import linxi.events.IncomePath;
import linxi.events.MeasureUnit;
import linxi.events.ShipmentKind;
import org.jspecify.annotations.Nullable;

/** The words of tables in every language that we have, and what they stand for. */
public final class Vocabulary {
    private static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);
    /** What people also call units. */
    private static final Map<String, MeasureUnit> UNITS = Map.of(
            "个", MeasureUnit.PIECE,
            "千克", MeasureUnit.KILOGRAM,
            "kg", MeasureUnit.KILOGRAM,
            "市斤", MeasureUnit.JIN,
            "g", MeasureUnit.GRAM,
            "t", MeasureUnit.TONNE);

    private final BiFunction<String, Locale, String> texts;
    private final Map<String, Map<String, String>> words = new HashMap<>();

    /** @param texts the text of a key in a language */
    public Vocabulary(BiFunction<String, Locale, String> texts) {
        this.texts = texts;
        add("channel", Channel.values());
        add("status", HouseholdStatus.values());
        add("kind", ShipmentKind.values());
        add("path", IncomePath.values());
        add("unit", MeasureUnit.values());
        UNITS.forEach((word, unit) -> put("unit", word, unit.name()));
    }

    private void add(String kind, Enum<?>[] constants) {
        for (var constant : constants) {
            put(kind, constant.name(), constant.name());
            for (var language : LANGUAGES) {
                var text = texts.apply(kind + "." + constant.name(), language);
                put(kind, text, constant.name());
                if (kind.equals("channel") && text.startsWith("进")) {
                    put(kind, text.substring(1), constant.name());
                }
            }
        }
    }

    private void put(String kind, String word, String constant) {
        words.computeIfAbsent(kind, _ -> new HashMap<>()).put(Values.word(word), constant);
    }

    /** The name of a constant; null where no language calls any so. */
    @Nullable
    String constant(String kind, String word) {
        return words.getOrDefault(kind, Map.of()).get(Values.word(word));
    }

    /** A unit by its name, or the name of a pack as it is. */
    String unit(String text) {
        var unit = constant("unit", text);
        return unit == null ? Values.written(text) : unit;
    }

    /** The column that a heading names; null where it names none. What stands in brackets may be missing. */
    @Nullable
    String column(ImportKind kind, String heading) {
        var word = Values.word(heading);
        for (var column : kind.columns()) {
            if (word.equals(Values.word(column.name())) || isHeading("imports.column." + column.name(), word)) {
                return column.name();
            }
        }
        return null;
    }

    boolean isHeading(String key, String word) {
        for (var language : LANGUAGES) {
            var heading = Values.word(texts.apply(key, language));
            if (word.equals(heading) || word.equals(heading.replaceAll("\\(.*\\)", ""))) {
                return true;
            }
        }
        return false;
    }
}
