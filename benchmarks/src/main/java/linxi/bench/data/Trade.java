package linxi.bench.data;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import linxi.command.store.Commit;
import linxi.command.store.NewEvent;
import linxi.events.AgreementId;
import linxi.events.Channel;
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
import linxi.events.SettlementEvent.CoveredGroup;
import linxi.events.SettlementEvent.IncomeAttributed;
import linxi.events.SettlementEvent.IncomeLine;
import linxi.events.SettlementEvent.LineRef;
import linxi.events.SettlementEvent.Pool;
import linxi.events.SettlementEvent.SettledLine;
import linxi.events.SettlementEvent.SettlementAgreed;
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
import linxi.events.StreamId;
import linxi.events.Tally;

/**
 * Deals as they are recorded, by number: ten lots shipped, dispatched and received, one settlement over them, agreed, and
 * the income of twenty households for each of three products; 65 events of 21 aggregates in 32 commits. Of ten
 * cooperatives with 600 households, to four markets through six channels, spread evenly over one year whatever their
 * number is.
 */
public final class Trade {
    public static final int EVENTS = 65;
    public static final int AGGREGATES = 21;

    private static final int ORIGINS = 10;
    private static final int SHIPMENTS = 10;
    private static final int MEMBERS = 20;
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
    private static final Quantity AMOUNT = Quantity.grams(1_000_000);
    private static final Tally ACCEPTED = new Tally(1_000_000, 0, 0, 0, 0);
    private static final Price PRICE = new Price(360, "KILOGRAM", 1_000);
    private static final Money GROSS = Money.ofFen(360_000);
    private static final ShipmentKind KIND = ShipmentKind.SALE;

    private final int deals;

    /** @param deals how many there are in the year */
    public Trade(int deals) {
        this.deals = deals;
    }

    /** All commits of a deal, in order; those of different deals may be stored in any. */
    public List<Commit> deal(int number) {
        var commits = new ArrayList<Commit>();
        var it = new Deal(number);
        IntStream.range(0, SHIPMENTS).forEach(i -> commits.addAll(it.shipment(i)));
        commits.add(it.opened());
        commits.add(it.agreed());
        return commits;
    }

    /** Of an aggregate of a deal that has four events by its end. */
    public static StreamId shipmentOf(int deal) {
        return StreamId.of(new ShipmentId("SH" + deal + "-0"));
    }

    /** Of one that has two. */
    public static StreamId lotOf(int deal) {
        return StreamId.of(new LotId("L" + deal + "-0"));
    }

    private final class Deal {
        private final int number;
        private final Instant at;
        private final PartyId origin;
        private final PartyId market;
        private final Channel channel;
        private final SettlementId settlement;

        Deal(int number) {
            this.number = number;
            this.at = BEGIN.plusSeconds(YEAR_SECONDS * (number % deals) / deals);
            this.origin = new PartyId("origin-" + number % ORIGINS);
            this.market = new PartyId(MARKETS.get(number / ORIGINS % MARKETS.size()));
            this.channel = CHANNELS.get(number / ORIGINS % CHANNELS.size());
            this.settlement = new SettlementId("S" + number);
        }

        private ShipmentId id(int shipment) {
            return new ShipmentId("SH" + number + "-" + shipment);
        }

        private LotId lot(int shipment) {
            return new LotId("L" + number + "-" + shipment);
        }

        private static ProductId product(int number) {
            return new ProductId(PRODUCTS.get(number % PRODUCTS.size()));
        }

        List<Commit> shipment(int i) {
            var lot = lot(i);
            var product = product(i);
            var line = new Line(lot, product, AMOUNT, null, PRICE);
            var logged = new ShipmentLogged(id(i), origin, market, KIND, channel, List.of(line), at);
            return List.of(
                    commit(new NewEvent(new LotCommissioned(lot, origin, product, AMOUNT, null, List.of(), at, at), 0)),
                    commit(new NewEvent(logged, 0), new NewEvent(new LotReserved(lot, origin, id(i), AMOUNT, at), 1)),
                    commit(
                            new NewEvent(new ShipmentDispatched(id(i), origin, null, at), 1),
                            new NewEvent(received(i), 2)));
        }

        private ReceiptConfirmed received(int i) {
            var total = new LineTotal(lot(i), product(i), AMOUNT, ACCEPTED, GROSS);
            var lines = List.of(new ReceivedLine(lot(i), ACCEPTED, null));
            return new ReceiptConfirmed(id(i), origin, market, KIND, channel, lines, true, List.of(total), at);
        }

        Commit opened() {
            var day = at.atOffset(java.time.ZoneOffset.ofHours(8)).toLocalDate();
            var lines = new ArrayList<SettledLine>();
            var events = new ArrayList<NewEvent>();
            var gross = Money.ofFen(SHIPMENTS * GROSS.fen());
            for (int i = 0; i < SHIPMENTS; i++) {
                lines.add(new SettledLine(id(i), lot(i), product(i), channel, AMOUNT, PRICE, GROSS, day));
            }
            var shipments = IntStream.range(0, SHIPMENTS).mapToObj(this::id).toList();
            events.add(new NewEvent(
                    new SettlementOpened(settlement, origin, market, shipments, lines, gross, List.of(), gross, at),
                    0));
            shipments.forEach(
                    shipment -> events.add(new NewEvent(new ShipmentSettled(shipment, origin, settlement, at), 3)));
            return commit(events.toArray(NewEvent[]::new));
        }

        Commit agreed() {
            var groups = new ArrayList<CoveredGroup>();
            var pools = new ArrayList<Pool>();
            var incomes = new ArrayList<IncomeAttributed>();
            for (int p = 0; p < PRODUCTS.size(); p++) {
                int product = p;
                var lines = IntStream.range(0, SHIPMENTS)
                        .filter(i -> i % PRODUCTS.size() == product)
                        .mapToObj(i -> new LineRef(id(i), lot(i)))
                        .toList();
                var net = Money.ofFen(lines.size() * GROSS.fen());
                var agreement = new AgreementId("A-" + origin.value() + "-" + product(p));
                groups.add(new CoveredGroup(agreement, 1, product(p), net, net, lines));
                pools.add(new Pool(agreement, 1, product(p), IncomePath.WAGE, net));
                incomes.add(new IncomeAttributed(
                        settlement, origin, 1, 1, agreement, 1, product(p), IncomePath.WAGE, paid(p, net), at));
            }
            var events = new ArrayList<NewEvent>();
            events.add(
                    new NewEvent(new SettlementAgreed(settlement, origin, market, groups, pools, Money.ZERO, at), 1));
            incomes.forEach(income -> events.add(new NewEvent(income, events.size() + 1)));
            return commit(events.toArray(NewEvent[]::new));
        }

        /** The members of the product's agreement, alike. */
        private List<IncomeLine> paid(int product, Money net) {
            long each = net.fen() / MEMBERS;
            int first = (number % ORIGINS * PRODUCTS.size() + product) * MEMBERS;
            return IntStream.range(first, first + MEMBERS)
                    .mapToObj(member ->
                            new IncomeLine(new HouseholdKey("H%04d".formatted(member)), each, each * 1_000_000))
                    .toList();
        }

        private static Commit commit(NewEvent... events) {
            return new Commit(List.of(events), null, null, null);
        }
    }
}
