package linxi.query.household;

import static java.util.Objects.requireNonNull;
import static linxi.query.Story.AT;
import static linxi.query.Story.H01;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import linxi.events.HouseholdEvent.HouseholdRegistered;
import linxi.events.HouseholdEvent.HouseholdStatusChanged;
import linxi.events.HouseholdStatus;
import linxi.events.PartyId;
import linxi.query.feed.Replay;
import org.junit.jupiter.api.Test;

class HouseholdProjectionTest {
    @Test
    void endsAnOpenSpellWhereTheNextBeginsAndLeavesGapsUnknown() {
        var projection = new HouseholdProjection();
        var replay = Replay.inMemory(projection)
                .fold(
                        new HouseholdRegistered(H01, new PartyId("shiertu"), AT),
                        changed(HouseholdStatus.REGISTERED_POOR, "2015-01-01", null),
                        changed(HouseholdStatus.LIFTED_STABLE, "2018-08-01", "2019-01-01"));
        var household = requireNonNull(replay.document(projection, "register", "H01"));
        assertThat(household.statusOn(day("2014-12-31"))).isNull();
        assertThat(household.statusOn(day("2015-01-01"))).isEqualTo(HouseholdStatus.REGISTERED_POOR);
        assertThat(household.statusOn(day("2018-07-31"))).isEqualTo(HouseholdStatus.REGISTERED_POOR);
        assertThat(household.statusOn(day("2018-08-01"))).isEqualTo(HouseholdStatus.LIFTED_STABLE);
        assertThat(household.statusOn(day("2019-01-01")))
                .as("the end is not in the spell")
                .isNull();
    }

    private static HouseholdStatusChanged changed(
            HouseholdStatus status, String from, @org.jspecify.annotations.Nullable String to) {
        return new HouseholdStatusChanged(H01, status, day(from), to == null ? null : day(to), AT);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
