package linxi.query.screen;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import linxi.access.oidc.OidcSettings;
import linxi.access.web.Next;
import linxi.query.QueryRule;
import linxi.query.Refused;
import linxi.query.web.ProblemTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where one begins: the start page, logging in, and changing a password. */
@Controller
class AccountScreens {
    /** Why somebody may come back from a provider without a login; nothing else is said for being asked to. */
    private static final Set<QueryRule> REFUSALS = EnumSet.of(
            QueryRule.LOGIN_FAILED,
            QueryRule.TOKEN_REFUSED,
            QueryRule.NO_ROLE_GIVEN,
            QueryRule.SEVERAL_ROLES,
            QueryRule.NO_ORGANISATION_GIVEN,
            QueryRule.DISABLED_HERE,
            QueryRule.PROVIDER_AWAY,
            QueryRule.COME_AGAIN);

    private final boolean isProvider;

    AccountScreens(Environment environment) {
        this.isProvider = environment.matchesProfiles(OidcSettings.PROFILE);
    }

    /** Why nobody was let in. */
    record Refusal(String rule, String text) {}

    @GetMapping("/")
    String home() {
        return "home";
    }

    @GetMapping("/login")
    String login(
            @RequestParam(required = false) @Nullable String next,
            @RequestParam(required = false) @Nullable String refused,
            Locale language,
            Model model) {
        model.addAttribute("provider", isProvider);
        model.addAttribute("next", Next.of(next));
        REFUSALS.stream()
                .filter(rule -> rule.name().equals(refused))
                .forEach(rule -> model.addAttribute(
                        "refused", new Refusal(rule.name(), ProblemTexts.detail(new Refused(rule), language))));
        return "login";
    }

    @GetMapping("/password")
    String password() {
        return "password";
    }
}
