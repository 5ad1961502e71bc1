package linxi.query.screen.household;

import java.util.Optional;
import linxi.events.IncomePath;
import linxi.events.PartyId;
import linxi.query.Asked;
import linxi.query.Days;
import linxi.query.income.CountedStatus;
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
        @Nullable CountedStatus status,
        boolean all) {
    static final String PATH = "/households";

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
                        asked.choice("status", CountedStatus.class),
                        false);
    }

    /** By whoever may only see who is registered. */
    static HouseholdQuery ofRegister(Asked asked) {
        var _ = asked.flag("all"); // he sees no others
        return new HouseholdQuery(Days.ALL, null, asked.id("village", PartyId::new), null, true);
    }

    Selection selection() {
        return new Selection(path, village, status);
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

    HouseholdQuery of(@Nullable CountedStatus other) {
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
        return narrowed(builder(PATH))
                .queryParamIfPresent("all", all ? Optional.of(true) : Optional.empty())
                .queryParamIfPresent("after", Optional.ofNullable(after))
                .encode()
                .toUriString();
    }

    /** Another page about the same days. */
    String sameDays(String page) {
        return builder(page).encode().toUriString();
    }

    /** The file that holds the same households, all pages of them. */
    String file() {
        return all
                ? UriComponentsBuilder.fromPath("/export/households.xlsx")
                        .queryParamIfPresent(
                                "village", Optional.ofNullable(village).map(PartyId::value))
                        .encode()
                        .toUriString()
                : narrowed(builder("/export/incomes.xlsx")).encode().toUriString();
    }

    private UriComponentsBuilder narrowed(UriComponentsBuilder builder) {
        return builder.queryParamIfPresent("path", Optional.ofNullable(path))
                .queryParamIfPresent("village", Optional.ofNullable(village).map(PartyId::value))
                .queryParamIfPresent("status", Optional.ofNullable(status));
    }

    private UriComponentsBuilder builder(String page) {
        return UriComponentsBuilder.fromPath(page)
                .queryParamIfPresent("from", Optional.ofNullable(days.from()))
                .queryParamIfPresent("to", Optional.ofNullable(days.to()));
    }
}
