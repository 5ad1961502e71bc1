package linxi.query.screen.household;

import java.util.Optional;
import linxi.events.HouseholdStatus;
import linxi.events.IncomePath;
import linxi.events.PartyId;
import linxi.query.Asked;
import linxi.query.Days;
import linxi.query.income.Income.Selection;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What is asked of the list of households, but for the page of it.
 *
 * @param all whether those that earned nothing are asked for too
 */
record HouseholdQuery(
        Days days,
        @Nullable IncomePath path,
        @Nullable PartyId village,
        @Nullable Status status,
        boolean all) {
    static final String PATH = "/households";

    /** As income is counted by it. */
    enum Status {
        REGISTERED_POOR,
        LIFTED_STABLE,
        LIFTED_UNSTABLE,
        MARGINAL,
        SUDDEN_HARDSHIP,
        ORDINARY,
        UNKNOWN;

        static Status of(@Nullable HouseholdStatus status) {
            return status == null ? UNKNOWN : valueOf(status.name());
        }
    }

    /** By whoever may see income. */
    static HouseholdQuery of(Asked asked) {
        var all = asked.flag("all");
        var days = asked.days();
        var village = asked.id("village", PartyId::new);
        // Of all households there is no income to choose by.
        return Boolean.TRUE.equals(all)
                ? new HouseholdQuery(days, null, village, null, true)
                : new HouseholdQuery(
                        days,
                        asked.choice("path", IncomePath.class),
                        village,
                        asked.choice("status", Status.class),
                        false);
    }

    /** By whoever may only see who is registered. */
    static HouseholdQuery ofRegister(Asked asked) {
        var _ = asked.flag("all"); // he sees no others
        return new HouseholdQuery(Days.ALL, null, asked.id("village", PartyId::new), null, true);
    }

    Selection selection() {
        return new Selection(path, village, status == null ? null : status.name());
    }

    boolean isNarrowed() {
        return path != null || village != null || status != null;
    }

    HouseholdQuery with(@Nullable IncomePath other) {
        return new HouseholdQuery(days, other, village, status, all);
    }

    HouseholdQuery in(@Nullable PartyId other) {
        return new HouseholdQuery(days, path, other, status, all);
    }

    HouseholdQuery of(@Nullable Status other) {
        return new HouseholdQuery(days, path, village, other, all);
    }

    HouseholdQuery on(Days other) {
        return new HouseholdQuery(other, path, village, status, all);
    }

    HouseholdQuery all(boolean other) {
        return other
                ? new HouseholdQuery(days, null, village, null, true)
                : new HouseholdQuery(days, path, village, status, false);
    }

    /** The page that shows it. */
    String address() {
        return address(null);
    }

    String address(@Nullable String after) {
        return builder(PATH)
                .queryParamIfPresent("path", Optional.ofNullable(path))
                .queryParamIfPresent("village", Optional.ofNullable(village).map(PartyId::value))
                .queryParamIfPresent("status", Optional.ofNullable(status))
                .queryParamIfPresent("all", all ? Optional.of(true) : Optional.empty())
                .queryParamIfPresent("after", Optional.ofNullable(after))
                .encode()
                .toUriString();
    }

    /** Another page about the same days. */
    String sameDays(String page) {
        return builder(page).encode().toUriString();
    }

    private UriComponentsBuilder builder(String page) {
        return UriComponentsBuilder.fromPath(page)
                .queryParamIfPresent("from", Optional.ofNullable(days.from()))
                .queryParamIfPresent("to", Optional.ofNullable(days.to()));
    }
}
