package linxi.query.screen.importing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import linxi.access.AccessRefused;
import linxi.access.gate.Access;
import linxi.access.web.Acting;
import linxi.events.Id;
import linxi.query.QueryRule;
import linxi.query.Refused;
import linxi.query.importing.ImportKind;
import linxi.query.importing.Vocabulary;
import linxi.query.importing.run.Run;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Who may import what, and for whom. */
@Component
class ImportAccess {
    private final Acting acting;

    ImportAccess(Acting acting) {
        this.acting = acting;
    }

    @Configuration(proxyBeanMethods = false)
    static class Words {
        @Bean
        Vocabulary vocabulary(MessageSource texts) {
            return new Vocabulary((key, language) -> texts.getMessage(key, null, language));
        }
    }

    /** All of them where there are no logins. */
    List<ImportKind> kinds(HttpServletRequest http) {
        var caller = Access.of(http).caller();
        return Arrays.stream(ImportKind.values())
                .filter(kind -> caller == null || caller.role() == kind.role())
                .toList();
    }

    /**
     * @throws Refused where there is no such kind
     * @throws AccessRefused where it is not the caller's
     */
    ImportKind kind(String path, HttpServletRequest http) {
        var kind = Arrays.stream(ImportKind.values())
                .filter(it -> it.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new Refused(QueryRule.NO_SUCH_PATH, null, http.getRequestURI()));
        if (!kinds(http).contains(kind)) {
            throw new AccessRefused(AccessRefused.Reason.ROLE_NOT_ALLOWED);
        }
        return kind;
    }

    String owner(HttpServletRequest http) {
        var caller = Access.of(http).caller();
        return caller == null ? "everybody" : caller.toString();
    }

    /** @throws Refused where nobody is named for whom the commands are */
    Run.Caller caller(HttpServletRequest http, Locale language) {
        var party = acting.party(http);
        if (party == null || !Id.isValid(party)) {
            throw new Refused(QueryRule.NO_ORGANISATION);
        }
        return new Run.Caller(owner(http), party, language);
    }
}
