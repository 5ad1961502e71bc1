package linxi.query.screen;

import static linxi.access.Role.ADMIN;
import static linxi.access.Role.ANALYST;
import static linxi.access.Role.AUDITOR;
import static linxi.access.Role.CLERK;
import static linxi.access.Role.HOUSEHOLD_VIEWER;
import static linxi.access.Role.RECEIVER;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import linxi.access.Role;
import org.jspecify.annotations.Nullable;

/** Pages that a reader is led to: as tiles of the first page, the everyday ones in the bar of every page too. */
enum MenuItem {
    OVERVIEW("/overview", "overview.title", "home.overview", true, ANALYST, HOUSEHOLD_VIEWER, AUDITOR),
    WALL("/wall", "wall.title", "home.wall", false, ANALYST, HOUSEHOLD_VIEWER, AUDITOR),
    NEW_SHIPMENT("/shipments/new", "new.title", "home.new", true, CLERK),
    SHIPMENTS(
            "/shipments",
            "shipments.title",
            "home.shipments",
            true,
            CLERK,
            RECEIVER,
            ANALYST,
            HOUSEHOLD_VIEWER,
            AUDITOR),
    OPERATIONS("/operations", "operations.title", "operations.about", true, ADMIN, AUDITOR),
    ACCOUNTS("/accounts", "accounts.title", "accounts.about", true, ADMIN),
    REGISTERS("/registers/parties", "registers.title", "registers.about", true, ADMIN),
    SETTLEMENTS(
            "/settlements",
            "settlements.title",
            "home.settlements",
            true,
            CLERK,
            RECEIVER,
            ANALYST,
            HOUSEHOLD_VIEWER,
            AUDITOR),
    LOTS("/lots", "lots.title", "home.lots", true, CLERK, ANALYST, HOUSEHOLD_VIEWER, AUDITOR),
    LOG("/events", "log.title", "home.log", false, AUDITOR),
    LOOKS("/household-access", "looks.title", "looks.about", false, AUDITOR),
    SCAN("/scan", "scan.title", "home.scan", true, CLERK, RECEIVER, ANALYST, HOUSEHOLD_VIEWER, AUDITOR),
    IMPORT("/import", "imports.title", "imports.home", false, CLERK, RECEIVER, ADMIN),
    OUTBOX("/outbox", "outbox.title", "home.outbox", false, CLERK),
    HOUSEHOLDS("/households", "households.title", "households.home", true, CLERK, ANALYST, HOUSEHOLD_VIEWER, AUDITOR),
    AGREEMENTS("/agreements", "agreements.title", "agreements.home", false, CLERK, ANALYST, HOUSEHOLD_VIEWER, AUDITOR),
    API("/swagger-ui.html", "home.api", "home.api.what", false, Role.values());

    private final String path;
    private final String title;
    private final String about;
    private final boolean everyday;

    @SuppressWarnings("ImmutableEnumChecker") // no set of Set.of can be changed
    private final Set<Role> roles;

    MenuItem(String path, String title, String about, boolean everyday, Role... roles) {
        this.path = path;
        this.title = title;
        this.about = about;
        this.everyday = everyday;
        this.roles = Set.of(roles);
    }

    /**
     * @param section below which there are the pages that it leads on to
     * @param title a key of the texts
     * @param about a key of the texts
     */
    record Entry(String path, String section, String title, String about, boolean everyday) {}

    /** @param role null where there are no logins, and everything is open */
    static List<Entry> of(@Nullable Role role) {
        return Arrays.stream(values())
                .filter(it -> role == null || it.roles.contains(role))
                .map(it -> new Entry(it.path, it.section(), it.title(role), it.about, it.everyday))
                .toList();
    }

    /** The registers are side by side in a folder that is no page. */
    private String section() {
        return this == REGISTERS ? "/registers/" : path + "/";
    }

    /** What a page is called for whoever has it of his own organisation only. */
    String title(@Nullable Role role) {
        if (this != SHIPMENTS || role == null) {
            return title;
        }
        return switch (role) {
            case CLERK -> "shipments.mine";
            case RECEIVER -> "shipments.incoming";
            case ANALYST, HOUSEHOLD_VIEWER, ADMIN, AUDITOR -> title;
        };
    }
}
