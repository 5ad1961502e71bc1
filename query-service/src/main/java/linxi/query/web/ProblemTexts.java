package linxi.query.web;

import jakarta.servlet.http.HttpServletRequest;
import java.text.MessageFormat;
import java.util.Collections;
import java.util.Locale;
import java.util.ResourceBundle;
import linxi.query.Refused;

/** What people read of a refusal: Chinese where the caller names no language that we have. */
public final class ProblemTexts {
    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private ProblemTexts() {}

    /** What the caller asks for, of what we have. */
    public static Locale language(HttpServletRequest http) {
        if (http.getHeader("Accept-Language") != null) {
            for (var locale : Collections.list(http.getLocales())) {
                if (locale.getLanguage().equals("zh")) {
                    return Locale.SIMPLIFIED_CHINESE;
                }
                if (locale.getLanguage().equals("en")) {
                    return Locale.ENGLISH;
                }
            }
        }
        return Locale.SIMPLIFIED_CHINESE;
    }

    static String title(int status, Locale language) {
        return bundle(language).getString("status." + status);
    }

    /** One sentence; in the texts {@code {0}} is the value, {@code {1}} the field. */
    public static String detail(Refused refused, Locale language) {
        var value = refused.value() == null ? "" : refused.value();
        var field = refused.field() == null ? "" : refused.field();
        var pattern = bundle(language).getString(refused.rule().name());
        return new MessageFormat(pattern, language).format(new Object[] {value, field});
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle("query-messages", language, EXACT);
    }
}
