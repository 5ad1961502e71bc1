package linxi.query.screen.paper;

import java.util.List;
import java.util.Locale;
import linxi.query.Named;
import linxi.query.screen.Figures;
import linxi.query.screen.Reader;
import linxi.query.screen.Shown;
import org.springframework.context.MessageSource;

/** The texts of a paper, for one reader. Figures stand on it in full: nobody can point at paper. */
public final class Wording {
    private final MessageSource texts;
    private final Locale language;
    private final Reader reader;

    public Wording(MessageSource texts, Locale language) {
        this.texts = texts;
        this.language = language;
        this.reader = new Reader(language);
    }

    public Locale language() {
        return language;
    }

    /** @throws org.springframework.context.NoSuchMessageException where there is no such text */
    public String of(String key, Object... with) {
        return texts.getMessage(key, with, language);
    }

    /** The name, and the id that it is registered under. */
    public String named(Named named) {
        var name = reader.name(named);
        return name.equals(named.id()) ? name : name + " (" + named.id() + ")";
    }

    public String name(Named named) {
        return reader.name(named);
    }

    public Figures figures() {
        return reader.figures();
    }

    /** In full. */
    public static String full(Shown figure) {
        return figure.full();
    }

    public String joined(List<String> names) {
        return String.join(language.getLanguage().equals("zh") ? "、" : ", ", names);
    }
}
