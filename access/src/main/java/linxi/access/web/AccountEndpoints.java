package linxi.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import linxi.access.AccessRefused;
import linxi.access.AccessRefused.Reason;
import linxi.access.Role;
import linxi.access.Secrets;
import linxi.access.account.Account;
import linxi.access.account.Accounts;
import linxi.access.account.Logins;
import linxi.access.gate.Access;
import linxi.access.key.ApiKey;
import linxi.access.key.ApiKeys;
import linxi.edge.http.BodyRoom;
import linxi.events.Id;
import linxi.events.PartyId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Accounts and keys, for administrators. A new password is shown this once, and must be changed at the first login. */
@RestController
@RequestMapping("/admin")
final class AccountEndpoints {
    private static final Logger LOG = LoggerFactory.getLogger(AccountEndpoints.class);
    private static final int LONGEST_TITLE = 100;

    private final Accounts accounts;
    private final Logins logins;
    private final ApiKeys keys;
    private final Organisations organisations;
    private final BodyRoom room;

    AccountEndpoints(Accounts accounts, Logins logins, ApiKeys keys, Organisations organisations, BodyRoom room) {
        this.accounts = accounts;
        this.logins = logins;
        this.keys = keys;
        this.organisations = organisations;
        this.room = room;
    }

    /**
     * An account as administrators see it.
     *
     * @param person what a provider calls him whom it vouches for; null for an account with a password here
     */
    record Shown(
            String name,
            Role role,
            @Nullable String organisation,
            boolean disabled,
            boolean mustChange,
            @Nullable String person) {
        static Shown of(Account it) {
            var organisation = it.organisation();
            return new Shown(
                    it.name(),
                    it.role(),
                    organisation == null ? null : organisation.value(),
                    it.disabled(),
                    it.mustChange(),
                    it.person());
        }
    }

    /** A secret that was made just now. */
    record Made(String name, String secret) {}

    @GetMapping("/accounts")
    List<Shown> accounts() {
        return accounts.all().stream().map(Shown::of).toList();
    }

    @PostMapping("/accounts")
    Made add(HttpServletRequest http) {
        var words = Words.read(http, room);
        var name = words.text("name");
        if (!Logins.isName(name)) {
            throw new AccessRefused(Reason.BAD_ACCOUNT, "name");
        }
        var role = role(words);
        var password = Secrets.password();
        if (logins.add(name, password, role, organisation(words, role)) == null) {
            throw new AccessRefused(Reason.ACCOUNT_EXISTS, "name");
        }
        note(http, "account " + name + " made as " + role);
        return new Made(name, password);
    }

    @PostMapping("/accounts/{name}/role")
    Shown assign(@PathVariable String name, HttpServletRequest http) {
        var words = Words.read(http, room);
        var role = role(words);
        requireAnother(name, http);
        requireOurs(name);
        var shown = shown(accounts.assign(name, role, organisation(words, role)));
        note(http, "account " + shown.name() + " given the role " + role);
        return shown;
    }

    @PostMapping("/accounts/{name}/disable")
    Shown disable(@PathVariable String name, HttpServletRequest http) {
        requireAnother(name, http);
        return able(name, true, http);
    }

    @PostMapping("/accounts/{name}/enable")
    Shown enable(@PathVariable String name, HttpServletRequest http) {
        return able(name, false, http);
    }

    private Shown able(String name, boolean disabled, HttpServletRequest http) {
        var shown = shown(accounts.disable(name, disabled));
        note(http, "account " + shown.name() + (disabled ? " disabled" : " enabled"));
        return shown;
    }

    @PostMapping("/accounts/{name}/password")
    Made reset(@PathVariable String name, HttpServletRequest http) {
        requireOurs(name);
        var password = Secrets.password();
        var shown = shown(logins.reset(name, password));
        note(http, "the password of " + shown.name() + " set anew");
        return new Made(shown.name(), password);
    }

    @GetMapping("/keys")
    List<ApiKey> keys() {
        return keys.all();
    }

    @PostMapping("/keys")
    Made make(HttpServletRequest http) {
        var words = Words.read(http, room);
        var title = words.text("title");
        if (title.isBlank() || title.length() > LONGEST_TITLE) {
            throw new AccessRefused(Reason.BAD_ACCOUNT, "title");
        }
        var role = role(words);
        var organisation = organisation(words, role);
        note(http, "a key made as " + role + " for " + organisation);
        return new Made(title, keys.make(title, role, organisation));
    }

    @PostMapping("/keys/{id}/revocation")
    void revoke(@PathVariable String id, HttpServletRequest http) {
        if (!keys.revoke(id)) {
            throw new AccessRefused(Reason.NO_SUCH_ACCOUNT, "id");
        }
        note(http, "the key " + id + " revoked");
    }

    /** Only what exists: what callers merely write is not for the log. */
    private static void note(HttpServletRequest http, String what) {
        var caller = Access.of(http).caller();
        LOG.info("{} by {}", what, caller == null ? "nobody" : caller.name());
    }

    /** Else the last administrator could shut himself out. */
    private static void requireAnother(String name, HttpServletRequest http) {
        var caller = Access.of(http).caller();
        if (caller != null && caller.name().equals(name)) {
            throw new AccessRefused(Reason.BAD_ACCOUNT, "name");
        }
    }

    /** What the provider says of somebody is changed there. */
    private void requireOurs(String name) {
        var account = accounts.find(name);
        if (account != null && account.isOfProvider()) {
            throw new AccessRefused(Reason.BAD_ACCOUNT, "name");
        }
    }

    private static Shown shown(@Nullable Account account) {
        if (account == null) {
            throw new AccessRefused(Reason.NO_SUCH_ACCOUNT, "name");
        }
        return Shown.of(account);
    }

    private static Role role(Words words) {
        var text = words.text("role");
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new AccessRefused(Reason.BAD_ACCOUNT, "role"));
    }

    private @Nullable PartyId organisation(Words words, Role role) {
        var text = words.textIfAny("organisation");
        if (text == null && !role.isOfOneOrganisation()) {
            return null;
        }
        var organisation = text != null && Id.isValid(text) ? new PartyId(text) : null;
        if (organisation == null || !organisations.exists(organisation)) {
            throw new AccessRefused(Reason.BAD_ACCOUNT, "organisation");
        }
        return organisation;
    }
}
