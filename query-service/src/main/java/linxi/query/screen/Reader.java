package linxi.query.screen;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import linxi.events.BusinessDay;
import linxi.query.Named;
import org.jspecify.annotations.Nullable;

/** Writes for one reader: names, times and figures in his language. */
public final class Reader {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final boolean chinese;
    private final Figures figures;

    public Reader(Locale language) {
        this.chinese = language.getLanguage().equals("zh");
        this.figures = new Figures(language);
    }

    public Figures figures() {
        return figures;
    }

    /** The id where nobody registered a name. */
    public String name(Named named) {
        if (named.name() == null) {
            return named.id();
        }
        var english = named.name().en();
        return chinese || english == null ? named.name().zh() : english;
    }

    /** Whoever acted, of whom histories know the id: the name where it is one of these. */
    public @Nullable String actor(@Nullable String id, Named... known) {
        return Arrays.stream(known)
                .filter(it -> it.id().equals(id))
                .map(this::name)
                .findFirst()
                .orElse(id);
    }

    /** In Shanghai, to the minute. */
    public static String time(Instant at) {
        return MINUTE.format(at.atZone(BusinessDay.ZONE));
    }
}
