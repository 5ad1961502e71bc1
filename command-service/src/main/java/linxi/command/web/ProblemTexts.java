package linxi.command.web;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import linxi.command.Rule;
import linxi.events.Quantity;

/**
 * What people read of a broken rule. Each package that has rules has a bundle of its name, so that a feature brings its
 * own texts; Chinese where the caller names no language that we have.
 */
final class ProblemTexts {
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private ProblemTexts() {}

    static Locale language(HttpServletRequest http) {
        if (http.getHeader("Accept-Language") == null) {
            return Locale.SIMPLIFIED_CHINESE;
        }
        for (var locale : Collections.list(http.getLocales())) {
            if (locale.getLanguage().equals("zh")) {
                return Locale.SIMPLIFIED_CHINESE;
            }
            if (locale.getLanguage().equals("en")) {
                return Locale.ENGLISH;
            }
        }
        return Locale.SIMPLIFIED_CHINESE;
    }

    static String title(int status, Locale language) {
        return bundle("web", language).getString("status." + status);
    }

    /** One sentence; {@code {0}} is the value, {@code {1}} the field. */
    static String detail(FormError error, Locale language) {
        var pattern =
                bundle(bundleOf(error.rule()), language).getString(error.rule().name());
        var value = value(error, language);
        var field = error.field() == null ? "" : error.field();
        return new MessageFormat(pattern, language).format(List.of(value, field).toArray());
    }

    private static String value(FormError error, Locale language) {
        if (error.quantity() != null) {
            return words(error.quantity(), language);
        }
        return error.value() == null ? "" : error.value();
    }

    private static String words(Quantity quantity, Locale language) {
        var amount = switch (quantity.unit()) {
            case GRAM -> BigDecimal.valueOf(quantity.amount(), 3);
            case PIECE -> BigDecimal.valueOf(quantity.amount());
        };
        var pattern = bundle("web", language).getString("quantity." + quantity.unit());
        return new MessageFormat(pattern, language).format(new Object[] {amount});
    }

    /** The package of the rule, such as {@code party}. */
    static String bundleOf(Rule rule) {
        var home = rule.getClass().getPackageName();
        return home.substring(home.lastIndexOf('.') + 1);
    }

    static ResourceBundle bundle(String name, Locale language) {
        return ResourceBundle.getBundle("messages/" + name, language, EXACT);
    }
}
