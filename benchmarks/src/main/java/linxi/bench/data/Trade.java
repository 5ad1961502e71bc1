package linxi.bench.data;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import linxi.command.store.Commit;
import linxi.command.store.NewEvent;
import linxi.events.AgreementId;
import linxi.events.Channel;
import linxi.events.Contribution;
import linxi.events.HouseholdKey;
import linxi.events.IncomePath;
import linxi.events.LotEvent.LotCommissioned;
import linxi.events.LotEvent.LotReserved;
import linxi.events.LotId;
import linxi.events.Money;
import linxi.events.PartyId;
import linxi.events.Price;
import linxi.events.ProductId;
import linxi.events.Quantity;
import linxi.events.SettlementEvent.IncomeAttributed;
import linxi.events.SettlementEvent.IncomeLine;
import linxi.events.SettlementEvent.SettlementOpened;
import linxi.events.SettlementId;
import linxi.events.ShipmentEvent.Line;
import linxi.events.ShipmentEvent.LineTotal;
import linxi.events.ShipmentEvent.ReceiptConfirmed;
import linxi.events.ShipmentEvent.ReceivedLine;
import linxi.events.ShipmentEvent.ShipmentDispatched;
import linxi.events.ShipmentEvent.ShipmentLogged;
import linxi.events.ShipmentEvent.ShipmentSettled;
import linxi.events.ShipmentId;
import linxi.events.ShipmentKind;
import linxi.events.Tally;

/**
 * Sales from lot to income as they are recorded, by number: eight events in four commits each, of three aggregates. Of
 * 50 origins, 100 households each, 3 products, 4 markets and 6 channels, spread evenly over one year whatever their
 * number is.
 */
public final class Trade {
    public static final int COMMITS = 4;
    public static final int EVENTS = 8;
    public static final int ORIGINS = 50;

    private static final Instant BEGIN = Instant.parse("2020-01-01T00:00:00Z");
    private static final long YEAR_SECONDS = 365L * 24 * 60 * 60;
    private static final List<String> PRODUCTS = List.of("tomato", "beef", "potato");
    private static final List<String> MARKETS = List.of("market-1", "market-2", "market-3", "market-4");
    private static final List<Channel> CHANNELS = List.of(
            Channel.SUPERMARKET,
            Channel.RESTAURANT,
            Channel.GOVERNMENT_CANTEEN,
            Channel.ENTERPRISE_CANTEEN,
            Channel.SCHOOL_CANTEEN,
            Channel.RESIDENTS);
    private static final Price PRICE = new Price(360, "KILOGRAM", 1_000);

    private final int sales;

    /** @param sales how many there are in the year */
    public Trade(int sales) {
        this.sales = sales;
    }

    /** All commits of a sale, in order; those of different sales may be stored in any. */
    public List<Commit> sale(int sale) {
        var at = BEGIN.plusSeconds(YEAR_SECONDS * sale / sales);
        var product = new ProductId(PRODUCTS.get(sale / ORIGINS % PRODUCTS.size()));
        var market = new PartyId(MARKETS.get(sale / ORIGINS % MARKETS.size()));
        var origin = new PartyId("origin-" + sale % ORIGINS);
        var lot = new LotId("L" + sale);
        var shipment = new ShipmentId("SH" + sale);
        var settlement = new SettlementId("S" + sale);
        var amount = Quantity.grams(1_000_000);
        var gross = Money.ofFen(360_000);
        var accepted = new Tally(1_000_000, 0, 0, 0, 0);
        var contributions = List.of(new Contribution(household(sale, 0), 1_000_000));
        var kind = ShipmentKind.SALE;
        var channel = CHANNELS.get(sale / ORIGINS % CHANNELS.size());
        var line = new Line(lot, product, amount, null, PRICE);
        var total = new LineTotal(lot, product, amount, accepted, gross);
        return List.of(
                commit(new NewEvent(new LotCommissioned(lot, origin, product, amount, null, contributions, at, at), 0)),
                commit(
                        new NewEvent(new ShipmentLogged(shipment, origin, market, kind, channel, List.of(line), at), 0),
                        new NewEvent(new LotReserved(lot, origin, shipment, amount, at), 1)),
                commit(
                        new NewEvent(new ShipmentDispatched(shipment, origin, null, at), 1),
                        new NewEvent(
                                new ReceiptConfirmed(
                                        shipment,
                                        origin,
                                        market,
                                        kind,
                                        channel,
                                        List.of(new ReceivedLine(lot, accepted, null)),
                                        true,
                                        List.of(total),
                                        at),
                                2)),
                commit(
                        new NewEvent(
                                new SettlementOpened(
                                        settlement,
                                        origin,
                                        market,
                                        List.of(shipment),
                                        List.of(),
                                        gross,
                                        List.of(),
                                        gross,
                                        at),
                                0),
                        new NewEvent(new ShipmentSettled(shipment, origin, settlement, at), 3),
                        new NewEvent(
                                new IncomeAttributed(
                                        settlement,
                                        origin,
                                        1,
                                        1,
                                        agreement(origin),
                                        1,
                                        product,
                                        sale % 2 == 0 ? IncomePath.WAGE : IncomePath.ORDER_PURCHASE,
                                        lines(sale),
                                        at),
                                1)));
    }

    private static List<IncomeLine> lines(int sale) {
        return IntStream.range(0, 20)
                .mapToObj(i -> new IncomeLine(household(sale, i), 18_000, 18_000_000_000L))
                .toList();
    }

    private static HouseholdKey household(int sale, int number) {
        return new HouseholdKey("H" + (sale % ORIGINS * 100 + (sale / ORIGINS * 7 + number) % 100));
    }

    private static Commit commit(NewEvent... events) {
        return new Commit(new ArrayList<>(List.of(events)), null, null, null);
    }

    private static AgreementId agreement(PartyId origin) {
        return new AgreementId("A-" + origin.value());
    }
}
