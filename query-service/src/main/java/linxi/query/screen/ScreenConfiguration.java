package linxi.query.screen;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import linxi.query.web.ProblemTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;

/** The language of pages: what was chosen with the switch, else what the browser asks for, else Chinese. */
@Configuration(proxyBeanMethods = false)
class ScreenConfiguration {
    static final String LANGUAGE = "linxi-language";

    @Bean
    LocaleResolver localeResolver() {
        return new LocaleResolver() {
            @Override
            public Locale resolveLocale(HttpServletRequest http) {
                return language(http);
            }

            @Override
            public void setLocale(
                    HttpServletRequest http, @Nullable HttpServletResponse answer, @Nullable Locale locale) {
                throw new UnsupportedOperationException("the switch sets a cookie");
            }
        };
    }

    static Locale language(HttpServletRequest http) {
        if (http.getCookies() != null) {
            for (Cookie cookie : http.getCookies()) {
                if (cookie.getName().equals(LANGUAGE)) {
                    return cookie.getValue().equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
                }
            }
        }
        return ProblemTexts.language(http);
    }
}
