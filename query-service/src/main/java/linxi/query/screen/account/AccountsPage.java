package linxi.query.screen.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import linxi.access.Role;
import linxi.access.account.Account;
import linxi.access.account.Accounts;
import linxi.access.gate.Access;
import linxi.access.key.ApiKey;
import linxi.access.key.ApiKeys;
import linxi.access.web.AccessSettings;
import linxi.events.PartyId;
import linxi.query.Asked;
import linxi.query.Named;
import linxi.query.screen.Reader;
import linxi.query.web.Answers;
import linxi.query.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who may log in, and which programs have keys. */
@Controller
class AccountsPage {
    private final Accounts accounts;
    private final ApiKeys keys;
    private final AccessSettings settings;
    private final Reads reads;

    AccountsPage(Accounts accounts, ApiKeys keys, AccessSettings settings, Reads reads) {
        this.accounts = accounts;
        this.keys = keys;
        this.settings = settings;
        this.reads = reads;
    }

    /**
     * @param self whether it is the reader's own, which another administrator has to change
     * @param ofProvider whether role and password are an OpenID Connect provider's to change
     */
    record Person(
            String name,
            Role role,
            String organisation,
            boolean disabled,
            boolean mustChange,
            boolean self,
            boolean ofProvider) {
        static Person of(Account it, @Nullable String reader) {
            return new Person(
                    it.name(),
                    it.role(),
                    text(it.organisation()),
                    it.disabled(),
                    it.mustChange(),
                    it.name().equals(reader),
                    it.isOfProvider());
        }
    }

    record Organisation(String id, String name) {}

    record Program(String id, String title, Role role, String organisation, String made, boolean revoked) {
        static Program of(ApiKey it) {
            return new Program(
                    it.id(), it.title(), it.role(), text(it.organisation()), Reader.time(it.made()), it.revoked());
        }
    }

    /** The first so many, to choose from; another one may be typed. */
    private static List<Organisation> organisations(Answers answers, Reader reader) {
        var first = answers.parties().list(new Asked(Map.of("limit", new String[] {"500"})));
        return first.items().stream()
                .map(it -> new Organisation(
                        it.id().value(), reader.name(new Named(it.id().value(), it.name()))))
                .toList();
    }

    private static String text(@Nullable PartyId organisation) {
        return organisation == null ? "" : organisation.value();
    }

    @GetMapping("/accounts")
    String accounts(HttpServletRequest http, Locale language, Model model) {
        new Asked(http.getParameterMap()).nothingElse();
        var caller = Access.of(http).caller();
        var self = caller == null ? null : caller.name();
        model.addAttribute(
                "people", accounts.all().stream().map(it -> Person.of(it, self)).toList());
        model.addAttribute("programs", keys.all().stream().map(Program::of).toList());
        model.addAttribute("roles", Role.values());
        model.addAttribute("parties", reads.read(answers -> organisations(answers, new Reader(language))));
        model.addAttribute("closed", !settings.login() || settings.demo());
        return "accounts";
    }
}
