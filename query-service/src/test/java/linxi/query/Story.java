package linxi.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import linxi.events.AgreementEvent.AgreementPublished;
import linxi.events.AgreementId;
import linxi.events.BaseUnit;
import linxi.events.Channel;
import linxi.events.Contribution;
import linxi.events.HouseholdKey;
import linxi.events.IncomePath;
import linxi.events.LotEvent.LotCommissioned;
import linxi.events.LotId;
import linxi.events.Money;
import linxi.events.Name;
import linxi.events.PartyEvent.PartyRegistered;
import linxi.events.PartyId;
import linxi.events.PartyKind;
import linxi.events.Price;
import linxi.events.ProductEvent.ProductDefined;
import linxi.events.ProductId;
import linxi.events.ProductKind;
import linxi.events.Quantity;
import linxi.events.SettlementId;
import linxi.events.ShipmentEvent.Line;
import linxi.events.ShipmentEvent.LineTotal;
import linxi.events.ShipmentEvent.ReceiptConfirmed;
import linxi.events.ShipmentEvent.ReceivedLine;
import linxi.events.ShipmentEvent.ShipmentLogged;
import linxi.events.ShipmentId;
import linxi.events.ShipmentKind;
import linxi.events.Tally;
import org.jspecify.annotations.Nullable;

/** Short words for events, so that tests read as what happened. */
public final class Story {
    public static final Instant AT = Instant.parse("2020-05-01T08:00:00Z");
    public static final PartyId DAKANG = new PartyId("dakang");
    public static final PartyId YONGHUI = new PartyId("yonghui");
    public static final ProductId TOMATO = new ProductId("tomato");
    public static final LotId T1 = new LotId("T1");
    public static final LotId T2 = new LotId("T2");
    public static final ShipmentId SH1 = new ShipmentId("SH1");
    public static final SettlementId S1 = new SettlementId("S1");
    public static final AgreementId A1 = new AgreementId("A1");
    public static final HouseholdKey H01 = new HouseholdKey("H01");
    public static final HouseholdKey H02 = new HouseholdKey("H02");
    public static final Price PER_KILOGRAM = new Price(360, "KILOGRAM", 1_000);

    private Story() {}

    public static Quantity kilograms(long amount) {
        return Quantity.grams(amount * 1_000);
    }

    public static Tally accepted(long kilograms) {
        return new Tally(kilograms * 1_000, 0, 0, 0, 0);
    }

    public static PartyRegistered party(PartyId id, PartyKind kind, @Nullable String region) {
        return new PartyRegistered(id, kind, new Name(id + " zh", null), region, null, AT);
    }

    public static ProductDefined product(ProductId id, @Nullable String brand, BaseUnit unit) {
        return new ProductDefined(id, ProductKind.TOMATO, new Name(id + " zh", null), brand, unit, List.of(), AT);
    }

    public static LotCommissioned lot(LotId id, long kilograms, Contribution... contributions) {
        return new LotCommissioned(id, DAKANG, TOMATO, kilograms(kilograms), null, List.of(contributions), AT, AT);
    }

    public static Contribution brought(HouseholdKey household, long kilograms) {
        return new Contribution(household, kilograms * 1_000);
    }

    public static Line line(LotId lot, long kilograms) {
        return new Line(lot, TOMATO, kilograms(kilograms), null, PER_KILOGRAM);
    }

    public static ShipmentLogged logged(ShipmentId id, Instant at, Line... lines) {
        return new ShipmentLogged(id, DAKANG, YONGHUI, ShipmentKind.SALE, Channel.SUPERMARKET, List.of(lines), at);
    }

    public static ReceivedLine received(LotId lot, Tally tally, @Nullable String reason) {
        return new ReceivedLine(lot, tally, reason);
    }

    public static LineTotal total(LotId lot, long kilograms, Tally tally) {
        return new LineTotal(lot, TOMATO, kilograms(kilograms), tally, PER_KILOGRAM.of(tally.accepted()));
    }

    public static ReceiptConfirmed receipt(ShipmentId id, Instant at, List<ReceivedLine> lines, LineTotal... totals) {
        return new ReceiptConfirmed(
                id,
                DAKANG,
                YONGHUI,
                ShipmentKind.SALE,
                Channel.SUPERMARKET,
                lines,
                totals.length > 0,
                List.of(totals),
                at);
    }

    public static AgreementPublished agreement(
            Map<IncomePath, Integer> paths, SortedMap<IncomePath, SortedMap<HouseholdKey, Long>> members) {
        return new AgreementPublished(
                A1, DAKANG, List.of(TOMATO), LocalDate.parse("2020-01-01"), new TreeMap<>(paths), members, AT);
    }

    public static Money fen(long fen) {
        return Money.ofFen(fen);
    }
}
