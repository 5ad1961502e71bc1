package linxi.command.shipment;

import static linxi.command.shipment.Story.DAKANG;
import static linxi.command.shipment.Story.OTHER;
import static linxi.command.shipment.Story.S1;
import static linxi.command.shipment.Story.T1;
import static linxi.command.shipment.Story.T2;
import static linxi.command.shipment.Story.YONGHUI;
import static linxi.command.shipment.Story.assertRefused;
import static linxi.command.shipment.Story.gift;
import static linxi.command.shipment.Story.names;
import static linxi.command.shipment.Story.sale;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import linxi.command.lot.LotRule;
import linxi.command.party.PartyRule;
import linxi.command.product.AmountRule;
import linxi.command.product.ProductRule;
import linxi.command.product.Quoted;
import linxi.command.register.Registers;
import linxi.events.Channel;
import linxi.events.LotId;
import linxi.events.PartyId;
import linxi.events.ShipmentEvent.ShipmentLogged;
import linxi.events.ShipmentKind;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class LogShipmentTest {
    private final Story story = new Story();

    private List<?> log(LogShipment command) {
        return command.decide(story.shipment, story.lots, story.registers);
    }

    private void refused(linxi.command.Rule rule, LogShipment command) {
        assertRefused(rule, () -> log(command));
    }

    private LogShipment between(PartyId origin, PartyId market, PartyId by) {
        return new LogShipment(
                S1,
                ShipmentKind.SALE,
                origin,
                market,
                Channel.SCHOOL_CANTEEN,
                List.of(sale(T1, "1")),
                by,
                story.tick());
    }

    @Test
    void takesTheStockOfEveryLotWithTheShipment() {
        story.logged();
        assertThat(names(story.last)).containsExactly("ShipmentLogged", "LotReserved", "LotReserved");
        assertThat(story.left(T1)).isEqualTo(60);
        assertThat(story.left(T2)).isEqualTo(30);
    }

    @Test
    void keepsWhatTheClerkTyped() {
        story.logged();
        var line = ((ShipmentLogged) story.last.getFirst()).lines().getFirst();
        assertThat(line.entered()).isEqualTo(Story.kilograms(40));
        assertThat(line.quantity().amount()).isEqualTo(40_000);
    }

    @Test
    void takesAllThatALotHas() {
        story.tell(story.log(sale(T1, "100")).decide(story.shipment, story.lots, story.registers));
        assertThat(story.left(T1)).isZero();
    }

    @Test
    void takesGiftsWithoutAPrice() {
        assertThat(log(story.log(ShipmentKind.DONATION, gift(T1, 1)))).hasSize(2);
        assertThat(log(story.log(ShipmentKind.TRANSFER, gift(T1, 1)))).hasSize(2);
    }

    @Nested
    class Refuses {
        @Test
        void aFormThatCannotBe() {
            refused(ShipmentRule.NO_LINES, story.log());
            refused(ShipmentRule.LOT_TWICE, story.log(sale(T1, "1"), sale(T1, "2")));
            refused(ShipmentRule.PRICE_MISSING, story.log(gift(T1, 1)));
            refused(ShipmentRule.PRICE_ON_A_GIFT, story.log(ShipmentKind.DONATION, sale(T1, "1")));
            refused(ShipmentRule.PRICE_ON_A_GIFT, story.log(ShipmentKind.TRANSFER, sale(T1, "1")));
        }

        @Test
        void moreThan500Lines() {
            var lines = IntStream.range(0, 501)
                    .mapToObj(i -> sale(new LotId("L" + i), "1"))
                    .toArray(LogShipment.Asked[]::new);
            refused(ShipmentRule.TOO_LARGE, story.log(lines));
        }

        @Test
        void whoeverAndWhateverDoesNotExist() {
            refused(PartyRule.PARTY_UNKNOWN, between(new PartyId("nobody"), YONGHUI, DAKANG));
            refused(PartyRule.PARTY_UNKNOWN, between(DAKANG, new PartyId("nobody"), DAKANG));
            refused(LotRule.LOT_UNKNOWN, story.log(sale(new LotId("none"), "1")));
        }

        @Test
        void anotherThanTheOrigin() {
            refused(ShipmentRule.NOT_THE_ORIGIN_OF_THE_SHIPMENT, between(DAKANG, YONGHUI, YONGHUI));
            refused(ShipmentRule.NOT_THE_ORIGIN_OF_THE_SHIPMENT, between(DAKANG, YONGHUI, OTHER));
        }

        @Test
        void anIdThatExists() {
            story.logged();
            refused(ShipmentRule.SHIPMENT_EXISTS, story.log(sale(T1, "1")));
        }

        @Test
        void suspendedPartiesOnEitherSide() {
            story.suspend(DAKANG);
            refused(PartyRule.PARTY_SUSPENDED, story.log(sale(T1, "1")));
            story.suspend(YONGHUI);
            refused(PartyRule.PARTY_SUSPENDED, story.log(sale(T1, "1")));
        }

        @Test
        void lotsThatAreHeldOrOfAnotherOrigin() {
            refused(LotRule.LOT_OF_ANOTHER_ORIGIN, story.log(sale(new LotId("foreign"), "1")));
            story.hold(T2);
            refused(LotRule.LOT_HELD, story.log(sale(T1, "1"), sale(T2, "1")));
        }

        @Test
        void moreThanALotHasLeft() {
            refused(LotRule.MORE_THAN_LOT_HAS_LEFT, story.log(sale(T2, "1"), sale(T1, "100.001")));
        }

        @Test
        void amountsThatCannotBe() {
            refused(AmountRule.NOT_A_WHOLE_AMOUNT, story.log(sale(T1, "0.0001")));
            refused(AmountRule.ZERO_AMOUNT, story.log(sale(T1, "0")));
            refused(AmountRule.NEGATIVE_AMOUNT, story.log(sale(T1, "-1")));
        }

        @Test
        void aLineThatComesToMoreThanTenToTheTwelveFen() {
            var dear = new Quoted(500_000_000_001L, "KILOGRAM");
            refused(AmountRule.MONEY_TOO_LARGE, story.log(new LogShipment.Asked(T1, Story.kilograms(2), dear)));
        }

        @Test
        void existenceBeforeRightBeforeStateBeforeRules() {
            story.logged().suspend(DAKANG).hold(T1);
            var foreign = new LogShipment(
                    S1,
                    ShipmentKind.SALE,
                    DAKANG,
                    YONGHUI,
                    Channel.OTHER,
                    List.of(sale(T1, "-1")),
                    OTHER,
                    story.tick());
            refused(ShipmentRule.NOT_THE_ORIGIN_OF_THE_SHIPMENT, foreign);
            refused(ShipmentRule.SHIPMENT_EXISTS, story.log(sale(T1, "-1")));
            story.shipment = Shipment.unknown();
            refused(PartyRule.PARTY_SUSPENDED, story.log(sale(T1, "-1")));
            story.registers = Story.registers(Set.of());
            refused(LotRule.LOT_HELD, story.log(sale(T1, "-1")));
        }

        @Test
        void aProductNobodyDefined() {
            story.registers = new Registers(Set.of(DAKANG, YONGHUI), Set.of(), Map.of(), Collections.emptySet());
            refused(ProductRule.PRODUCT_UNKNOWN, story.log(sale(T1, "1")));
        }
    }
}
