package linxi.command.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import linxi.command.Refused;
import linxi.command.RequestRule;
import linxi.command.Rule;
import linxi.command.party.Party;
import linxi.events.HouseholdEvent.HouseholdRegistered;
import linxi.events.HouseholdKey;
import linxi.events.HouseholdStatus;
import linxi.events.Name;
import linxi.events.PartyEvent.PartyRegistered;
import linxi.events.PartyId;
import linxi.events.PartyKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangeHouseholdStatusTest {
    private static final Instant AT = Instant.parse("2020-05-06T07:08:09Z");
    private static final PartyId BY = new PartyId("village");
    private static final HouseholdKey H1 = new HouseholdKey("H1");
    private static final Party ACTING =
            Party.unknown().after(new PartyRegistered(BY, PartyKind.VILLAGE, new Name("村", null), null, null, AT));
    private static final Household KNOWN = Household.unknown().after(new HouseholdRegistered(H1, BY, AT));

    @Test
    void anOpenSpellEndsWhereTheNextBegins() {
        var household = with(with(KNOWN, "2018-01-01", null), "2020-01-01", null);
        with(household, "2019-01-01", "2019-06-01", HouseholdRule.SPELLS_OVERLAP);
        assertThat(with(household, "2017-01-01", "2018-01-01")).isInstanceOf(Household.Known.class);
    }

    @Test
    void spellsMayTouchAndMayNotOverlap() {
        var household = with(KNOWN, "2018-01-01", "2019-01-01");
        with(household, "2018-12-31", null, HouseholdRule.SPELLS_OVERLAP);
        with(household, "2017-01-01", "2018-01-02", HouseholdRule.SPELLS_OVERLAP);
        with(household, "2017-01-01", null, HouseholdRule.SPELLS_OVERLAP);
        assertThat(with(household, "2019-01-01", null)).isNotEqualTo(household);
    }

    @Test
    void anOpenSpellOfTheSameDayIsNotReplaced() {
        with(with(KNOWN, "2018-01-01", null), "2018-01-01", null, HouseholdRule.SPELLS_OVERLAP);
    }

    @Test
    void aSpellHasAtLeastADay() {
        with(KNOWN, "2018-01-01", "2018-01-01", HouseholdRule.SPELL_EMPTY);
    }

    @Test
    void refusesUnknownHouseholdsBeforeUnknownParties() {
        with(Household.unknown(), "2018-01-01", null, HouseholdRule.HOUSEHOLD_UNKNOWN);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> change("2018-01-01", null).decide(KNOWN, Party.unknown()))
                .extracting(Refused::rule)
                .isEqualTo(RequestRule.ACTING_PARTY_UNKNOWN);
    }

    private static Household with(Household before, String from, @Nullable String to) {
        return before.after(change(from, to).decide(before, ACTING).getFirst());
    }

    private static void with(Household before, String from, @Nullable String to, Rule broken) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> change(from, to).decide(before, ACTING))
                .extracting(Refused::rule)
                .isEqualTo(broken);
    }

    private static ChangeHouseholdStatus change(String from, @Nullable String to) {
        return new ChangeHouseholdStatus(
                H1, HouseholdStatus.MARGINAL, LocalDate.parse(from), to == null ? null : LocalDate.parse(to), BY, AT);
    }
}
