package linxi.command.lot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import linxi.command.Moment;
import linxi.command.Refused;
import linxi.command.Rule;
import linxi.command.household.HouseholdRule;
import linxi.command.party.PartyRule;
import linxi.command.product.AmountRule;
import linxi.command.product.ProductRule;
import linxi.command.product.Units;
import linxi.command.register.Registers;
import linxi.events.BaseUnit;
import linxi.events.Contribution;
import linxi.events.Entered;
import linxi.events.HouseholdKey;
import linxi.events.LotEvent;
import linxi.events.LotEvent.LotCommissioned;
import linxi.events.LotId;
import linxi.events.Pack;
import linxi.events.PartyId;
import linxi.events.ProductId;
import linxi.events.Quantity;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LotTest {
    private static final Instant AT = Instant.parse("2020-05-06T07:08:09Z");
    private static final LotId E1 = new LotId("E1");
    private static final PartyId DAKANG = new PartyId("dakang");
    private static final PartyId OTHER = new PartyId("other");
    private static final ProductId EGG = new ProductId("egg");
    private static final HouseholdKey H1 = new HouseholdKey("H1");
    private static final HouseholdKey H2 = new HouseholdKey("H2");
    private static final Registers REGISTERS = new Registers(
            Set.of(DAKANG, OTHER),
            Set.of(DAKANG),
            Map.of(EGG, Units.of(BaseUnit.PIECE, List.of(new Pack("tray", 30)))),
            Set.of(H1, H2));

    private static CommissionLot.Brought brought(HouseholdKey household, String trays) {
        return new CommissionLot.Brought(household, trays(trays));
    }

    private static Entered trays(String trays) {
        return new Entered(new BigDecimal(trays), "tray");
    }

    private static CommissionLot commission(String trays, CommissionLot.Brought... contributions) {
        return commission(DAKANG, EGG, trays, contributions);
    }

    private static CommissionLot commission(
            PartyId origin, ProductId product, String trays, CommissionLot.Brought... contributions) {
        return new CommissionLot(
                E1, origin, product, trays(trays), AT, Arrays.asList(contributions), DAKANG, Moment.clock(AT));
    }

    private static Lot commissioned() {
        var events = commission("10").decide(Lot.unknown(), REGISTERS);
        return Lot.unknown().after((LotEvent) events.getFirst());
    }

    private static void refused(Rule rule, ThrowingCallable command) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(command)
                .extracting(Refused::rule)
                .isEqualTo(rule);
    }

    private static void refused(Rule rule, CommissionLot command) {
        refused(rule, () -> command.decide(Lot.unknown(), REGISTERS));
    }

    @Nested
    class Commission {
        @Test
        void recordsBaseUnitsBesideWhatWasTyped() {
            var event = (LotCommissioned) commission("10", brought(H1, "4"), brought(H2, "6"))
                    .decide(Lot.unknown(), REGISTERS)
                    .getFirst();
            assertThat(event.quantity()).isEqualTo(Quantity.pieces(300));
            assertThat(event.entered()).isEqualTo(trays("10"));
            assertThat(event.contributions()).containsExactly(new Contribution(H1, 120), new Contribution(H2, 180));
        }

        @Test
        void needsNoContributions() {
            assertThat(commission("10").decide(Lot.unknown(), REGISTERS)).hasSize(1);
        }

        @Test
        void refusesContributionsThatDoNotAddUp() {
            refused(LotRule.CONTRIBUTIONS_DO_NOT_ADD_UP, commission("10", brought(H1, "4"), brought(H2, "5")));
            refused(LotRule.CONTRIBUTIONS_DO_NOT_ADD_UP, commission("10", brought(H1, "11")));
        }

        @Test
        void refusesAHouseholdTwice() {
            refused(LotRule.HOUSEHOLD_TWICE, commission("10", brought(H1, "4"), brought(H1, "6")));
        }

        @Test
        void refusesMoreThanTenThousandContributions() {
            var many = new ArrayList<CommissionLot.Brought>();
            for (int i = 0; i <= 10_000; i++) {
                many.add(brought(new HouseholdKey("H" + i), "1"));
            }
            refused(LotRule.TOO_LARGE, commission("10001", many.toArray(CommissionLot.Brought[]::new)));
        }

        @Test
        void refusesAmountsThatCannotBe() {
            refused(AmountRule.ZERO_AMOUNT, commission("0"));
            refused(AmountRule.NOT_A_WHOLE_AMOUNT, commission("0.05"));
            refused(AmountRule.ZERO_AMOUNT, commission("10", brought(H1, "10"), brought(H2, "0")));
            refused(AmountRule.NEGATIVE_AMOUNT, commission("10", brought(H1, "9"), brought(H2, "-1")));
        }

        @Test
        void refusesWhatTheRegistersDoNotKnow() {
            refused(PartyRule.PARTY_UNKNOWN, commission(new PartyId("nobody"), EGG, "1"));
            refused(ProductRule.PRODUCT_UNKNOWN, commission(DAKANG, new ProductId("moon"), "1"));
            refused(HouseholdRule.HOUSEHOLD_UNKNOWN, commission("1", brought(new HouseholdKey("H3"), "1")));
        }

        @Test
        void refusesAnothersNameAndAnIdThatExists() {
            refused(LotRule.NOT_THE_ORIGIN_OF_THE_LOT, commission(OTHER, EGG, "1"));
            refused(LotRule.LOT_EXISTS, () -> commission("1").decide(commissioned(), REGISTERS));
        }
    }

    @Nested
    class HoldAndRelease {
        private final HoldLot hold = new HoldLot(E1, "tested", DAKANG, Moment.clock(AT));
        private final ReleaseLot release = new ReleaseLot(E1, "clean", DAKANG, Moment.clock(AT));

        private Lot held() {
            return commissioned().after((LotEvent) hold.decide(commissioned()).getFirst());
        }

        @Test
        void followOneAnother() {
            var free = held().after((LotEvent) release.decide(held()).getFirst());
            assertThat(free).isEqualTo(commissioned());
        }

        @Test
        void areNotRepeated() {
            refused(LotRule.LOT_ALREADY_HELD, () -> hold.decide(held()));
            refused(LotRule.LOT_NOT_HELD, () -> release.decide(commissioned()));
        }

        @Test
        void areTheOriginsAlone() {
            var other = new HoldLot(E1, "mine", OTHER, Moment.clock(AT));
            refused(LotRule.NOT_THE_ORIGIN_OF_THE_LOT, () -> other.decide(commissioned()));
            refused(LotRule.LOT_UNKNOWN, () -> hold.decide(Lot.unknown()));
        }
    }
}
