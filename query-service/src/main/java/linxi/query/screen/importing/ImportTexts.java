package linxi.query.screen.importing;

import java.util.Locale;
import linxi.query.QueryRule;
import linxi.query.importing.Column;
import linxi.query.importing.Flaw;
import linxi.query.importing.ImportKind;
import linxi.query.importing.Reading;
import linxi.query.importing.Wrong;
import linxi.query.sheet.Area;
import linxi.query.sheet.UnreadableFile;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Says in the reader's language what is wrong, where, and what to do about it. */
final class ImportTexts {
    private final MessageSource texts;
    private final Locale language;

    ImportTexts(MessageSource texts, Locale language) {
        this.texts = texts;
        this.language = language;
    }

    /** Of a key below {@code imports}. */
    String of(String key, Object... arguments) {
        return texts.getMessage("imports." + key, arguments, language);
    }

    /** Of any key. */
    String text(String key) {
        return texts.getMessage(key, null, language);
    }

    String heading(Column column) {
        return of("column." + column.name());
    }

    String about(ImportKind kind, Column column) {
        var general = of("about." + column.name());
        var own = texts.getMessage("imports.about." + kind.path() + "." + column.name(), null, general, language);
        return own == null ? general : own;
    }

    /** With its letter, as Excel shows it: 数量（F 列）. */
    String column(ImportKind kind, @Nullable Reading reading, @Nullable String name) {
        if (name == null) {
            return "";
        }
        var known = kind.columns().stream().filter(it -> it.name().equals(name)).findFirst();
        if (known.isEmpty()) {
            return name;
        }
        var heading = heading(known.get());
        var index = reading == null ? null : reading.columns().get(name);
        return index == null ? heading : of("place", heading, Area.letters(index));
    }

    String wrong(Flaw flaw) {
        if (isOurs(flaw)) {
            var value = flaw.value() == null ? "" : flaw.value();
            var detail = flaw.detail() == null ? "" : flaw.detail();
            return of("wrong." + flaw.rule(), value, detail);
        }
        return flaw.detail() == null ? flaw.rule() : flaw.detail();
    }

    private static boolean isOurs(Flaw flaw) {
        for (var wrong : Wrong.values()) {
            if (wrong.name().equals(flaw.rule())) {
                return true;
            }
        }
        return false;
    }

    String fix(Flaw flaw) {
        return fixOf(flaw.rule());
    }

    /** What to do where a rule was broken. */
    String fixOf(String rule) {
        var usual = of("fix.OTHER");
        var own = texts.getMessage("imports.fix." + rule, null, usual, language);
        return own == null ? usual : own;
    }

    /** Why a file was not read, or an import came to no end: the rule of a query, or a reason of the reader. */
    String problem(String rule, @Nullable Integer row) {
        for (var reason : UnreadableFile.Reason.values()) {
            if (reason.name().equals(rule)) {
                return of("file." + rule) + (row == null ? "" : of("file.row", row));
            }
        }
        boolean away = rule.equals(QueryRule.COMMANDS_AWAY.name()) || rule.equals(QueryRule.COME_AGAIN.name());
        boolean login = rule.equals(QueryRule.NOT_LOGGED_IN.name()) || rule.equals(QueryRule.CSRF_TOKEN_WRONG.name());
        return of(away ? "broken.away" : login ? "broken.login" : "broken.other");
    }
}
