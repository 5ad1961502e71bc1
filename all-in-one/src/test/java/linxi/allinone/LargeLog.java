package linxi.allinone;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import linxi.command.store.Commit;
import linxi.command.store.EventLog;
import linxi.command.store.NewEvent;
import linxi.command.store.StoreClient;
import linxi.embedded.EmbeddedMongo;
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
 * Writes a log of a wished size into a data folder that is not in use, for measurements: sales from lot to income, eight
 * events in four commits each. Arguments: the data folder and the number of sales.
 */
public final class LargeLog {
    private static final Instant BEGIN = Instant.parse("2020-01-01T00:00:00Z");
    private static final ProductId TOMATO = new ProductId("tomato");
    private static final PartyId MARKET = new PartyId("market");
    private static final AgreementId AGREEMENT = new AgreementId("A1");
    private static final Price PRICE = new Price(360, "KILOGRAM", 1_000);

    private LargeLog() {}

    public static void main(String... arguments) {
        int sales = Integer.parseInt(arguments[1]);
        try (var mongo = EmbeddedMongo.start(Path.of(arguments[0]).resolve("mongo"), 0);
                var client = StoreClient.open(mongo.uri());
                var log = new EventLog(client.getDatabase("linxi"));
                var writers = Executors.newFixedThreadPool(64)) {
            for (int i = 0; i < sales; i++) {
                int sale = i;
                writers.execute(() -> commits(sale).forEach(commit -> {
                    var _ = log.append(commit);
                }));
            }
        }
    }

    private static List<Commit> commits(int sale) {
        var at = BEGIN.plusSeconds(600L * sale);
        var origin = new PartyId("origin-" + sale % 50);
        var lot = new LotId("L" + sale);
        var shipment = new ShipmentId("SH" + sale);
        var settlement = new SettlementId("S" + sale);
        var amount = Quantity.grams(1_000_000);
        var gross = Money.ofFen(360_000);
        var accepted = new Tally(1_000_000, 0, 0, 0, 0);
        var contributions = List.of(new Contribution(household(sale, 0), 1_000_000));
        var kind = ShipmentKind.SALE;
        var channel = Channel.SUPERMARKET;
        var line = new Line(lot, TOMATO, amount, null, PRICE);
        var total = new LineTotal(lot, TOMATO, amount, accepted, gross);
        return List.of(
                commit(new NewEvent(new LotCommissioned(lot, origin, TOMATO, amount, null, contributions, at, at), 0)),
                commit(
                        new NewEvent(new ShipmentLogged(shipment, origin, MARKET, kind, channel, List.of(line), at), 0),
                        new NewEvent(new LotReserved(lot, origin, shipment, amount, at), 1)),
                commit(
                        new NewEvent(new ShipmentDispatched(shipment, origin, null, at), 1),
                        new NewEvent(
                                new ReceiptConfirmed(
                                        shipment,
                                        origin,
                                        MARKET,
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
                                        MARKET,
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
                                        AGREEMENT,
                                        1,
                                        TOMATO,
                                        IncomePath.WAGE,
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
        return new HouseholdKey("H" + (sale % 50 * 100 + (sale / 50 * 7 + number) % 100));
    }

    private static Commit commit(NewEvent... events) {
        return new Commit(new ArrayList<>(List.of(events)), null, null, null);
    }
}
