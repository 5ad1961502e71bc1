package linxi.allinone;

import java.util.List;
import linxi.access.Role;
import linxi.access.account.Accounts;
import linxi.access.account.Logins;
import linxi.allinone.terminal.Terminal;
import linxi.events.PartyId;
import org.jspecify.annotations.Nullable;

/** Accounts that everybody may know, one of each role, beside the demonstration data. */
final class DemoAccounts {
    private static final String PASSWORD = "linxi-demo-2020";

    private record One(String name, Role role, @Nullable String organisation) {}

    private static final List<One> ALL = List.of(
            new One("demo-clerk", Role.CLERK, "dakang"),
            new One("demo-receiver", Role.RECEIVER, "yonghui"),
            new One("demo-analyst", Role.ANALYST, null),
            new One("demo-viewer", Role.HOUSEHOLD_VIEWER, null),
            new One("demo-admin", Role.ADMIN, "linxi-office"),
            new One("demo-auditor", Role.AUDITOR, null));

    private DemoAccounts() {}

    /** Those that are there already keep the password that they have by now. */
    static void open(Logins logins, Accounts accounts) {
        for (var one : ALL) {
            var organisation = one.organisation();
            var _ = logins.add(
                    one.name(), PASSWORD, one.role(), organisation == null ? null : new PartyId(organisation), false);
            able(accounts, one.name(), false);
        }
    }

    /** Of an earlier start: where no page says that everybody knows them, they let nobody in. */
    static void shut(Accounts accounts) {
        ALL.forEach(one -> able(accounts, one.name(), true));
    }

    private static void able(Accounts accounts, String name, boolean disabled) {
        var account = accounts.find(name);
        if (account != null && account.disabled() != disabled) {
            var _ = accounts.disable(name, disabled);
        }
    }

    static String line(Terminal terminal) {
        return terminal.text(
                "box.demo", String.join(", ", ALL.stream().map(One::name).toList()), PASSWORD);
    }
}
