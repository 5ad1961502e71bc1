package linxi.query.export;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import linxi.events.BaseUnit;
import linxi.events.MeasureUnit;
import linxi.query.Named;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Headings, constants and names in the reader's language. */
final class Words {
    private final MessageSource texts;
    private final Locale language;

    Words(MessageSource texts, Locale language) {
        this.texts = texts;
        this.language = language;
    }

    /** Of a key below {@code export}. */
    String of(String key) {
        return texts.getMessage("export." + key, null, language);
    }

    Cell constant(String kind, @Nullable Object constant) {
        return constant == null ? Cell.EMPTY : new Cell.Text(texts.getMessage(kind + "." + constant, null, language));
    }

    /** Several in one place. */
    Cell constants(String kind, Collection<?> constants) {
        return new Cell.Text(constants.stream()
                .map(it -> texts.getMessage(kind + "." + it, null, language))
                .collect(Collectors.joining(", ")));
    }

    /** The name of what is registered; nothing where it is not. */
    Cell name(@Nullable Named named) {
        if (named == null || named.name() == null) {
            return Cell.EMPTY;
        }
        var name = named.name();
        return Cell.text(language.getLanguage().equals("zh") || name.en() == null ? name.zh() : name.en());
    }

    /** The unit in which {@link Cell#amount} states amounts. */
    Cell unit(BaseUnit unit) {
        return new Cell.Text(unitName(unit));
    }

    String unitName(BaseUnit unit) {
        return unitName(
                switch (unit) {
                    case GRAM -> MeasureUnit.KILOGRAM;
                    case PIECE -> MeasureUnit.PIECE;
                });
    }

    private String unitName(Object unit) {
        return texts.getMessage("unit." + unit, null, language);
    }

    /** Of a price for one of that unit. */
    Cell yuanFor(MeasureUnit unit) {
        return new Cell.Text(unitName("YUAN") + "/" + unitName(unit));
    }

    /** What a price is for: a unit, or a pack by the name that people gave it. */
    Cell per(String per) {
        boolean isUnit =
                Arrays.stream(MeasureUnit.values()).anyMatch(it -> it.name().equals(per));
        return isUnit ? constant("unit", per) : Cell.text(per);
    }
}
