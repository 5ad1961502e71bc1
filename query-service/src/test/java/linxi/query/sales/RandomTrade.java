package linxi.query.sales;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import linxi.events.BaseUnit;
import linxi.events.BusinessDay;
import linxi.events.Channel;
import linxi.events.Event;
import linxi.events.LotId;
import linxi.events.Money;
import linxi.events.PartyId;
import linxi.events.ProductId;
import linxi.events.Quantity;
import linxi.events.SettlementEvent.GoodsReturned;
import linxi.events.SettlementEvent.ReturnedLine;
import linxi.events.SettlementId;
import linxi.events.ShipmentEvent.CorrectedLine;
import linxi.events.ShipmentEvent.LineTotal;
import linxi.events.ShipmentEvent.ReceiptConfirmed;
import linxi.events.ShipmentEvent.ReceiptCorrected;
import linxi.events.ShipmentId;
import linxi.events.ShipmentKind;
import linxi.events.Tally;
import linxi.query.Days;
import org.jspecify.annotations.Nullable;

/** Random receipts, corrections and returns, and a count of them that knows nothing of documents. */
final class RandomTrade {
    static final List<PartyId> ORIGINS = List.of(new PartyId("o1"), new PartyId("o2"));
    static final List<PartyId> MARKETS = List.of(new PartyId("m-bj"), new PartyId("m-ln"), new PartyId("m-none"));
    static final List<ProductId> PRODUCTS = IntStream.range(0, 6)
            .mapToObj(i -> new ProductId((i < 4 ? "gram" : "piece") + i))
            .toList();

    private record Line(ProductId product, long dispatched, Tally tally, long gross) {}

    private record Shipment(
            PartyId origin, PartyId market, Channel channel, ShipmentKind kind, LocalDate day, List<Line> lines) {}

    private record Returned(PartyId origin, PartyId market, Channel channel, LocalDate day, Line line) {}

    private final Random random;
    private final List<Event> events = new ArrayList<>();
    private final List<Shipment> shipments = new ArrayList<>();
    private final List<Returned> returns = new ArrayList<>();

    RandomTrade(Random random) {
        this.random = random;
        for (int i = 0; i < 60; i++) {
            receive(i);
            if (random.nextInt(3) == 0) {
                correct(random.nextInt(shipments.size()));
            }
            if (random.nextInt(3) == 0) {
                giveBack(random.nextInt(shipments.size()));
            }
        }
    }

    List<Event> events() {
        return events;
    }

    static BaseUnit unit(ProductId product) {
        return product.value().startsWith("gram") ? BaseUnit.GRAM : BaseUnit.PIECE;
    }

    static @Nullable String brand(ProductId product) {
        int number = product.value().charAt(product.value().length() - 1) - '0';
        return number % 3 == 0 ? null : "brand" + number % 3;
    }

    static @Nullable String region(PartyId market) {
        return market.value().equals("m-none") ? null : "CN-" + market.value().substring(2);
    }

    private void receive(int number) {
        var at = moment();
        var kind = List.of(ShipmentKind.values()).get(Math.max(0, random.nextInt(5) - 2));
        var lines = new ArrayList<Line>();
        var totals = new ArrayList<LineTotal>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            var product = any(PRODUCTS);
            long dispatched = 1L + random.nextInt(1_000);
            var line = new Line(product, dispatched, tally(), kind == ShipmentKind.SALE ? random.nextInt(9_999) : 0);
            lines.add(line);
            totals.add(new LineTotal(
                    new LotId("L" + i),
                    product,
                    new Quantity(dispatched, unit(product)),
                    line.tally(),
                    Money.ofFen(line.gross())));
        }
        var shipment = new Shipment(
                any(ORIGINS), any(MARKETS), any(List.of(Channel.values())), kind, BusinessDay.of(at), lines);
        shipments.add(shipment);
        events.add(new ReceiptConfirmed(
                id(number),
                shipment.origin(),
                shipment.market(),
                kind,
                shipment.channel(),
                List.of(),
                true,
                totals,
                at));
    }

    private void correct(int number) {
        var shipment = shipments.get(number);
        int place = random.nextInt(shipment.lines().size());
        var before = shipment.lines().get(place);
        var after = new Line(
                before.product(),
                before.dispatched(),
                tally(),
                shipment.kind() == ShipmentKind.SALE ? random.nextInt(9_999) : 0);
        shipment.lines().set(place, after);
        var line = new CorrectedLine(
                new LotId("L" + place),
                before.product(),
                unit(before.product()),
                before.tally(),
                after.tally(),
                Money.ofFen(before.gross()),
                Money.ofFen(after.gross()),
                null);
        events.add(new ReceiptCorrected(
                id(number),
                shipment.origin(),
                shipment.market(),
                shipment.kind(),
                shipment.channel(),
                List.of(line),
                shipment.day(),
                true,
                "again",
                moment()));
    }

    private void giveBack(int number) {
        var shipment = shipments.get(number);
        if (shipment.kind() != ShipmentKind.SALE) {
            return;
        }
        var at = moment();
        var product = shipment.lines().getFirst().product();
        long amount = 1L + random.nextInt(50);
        long gross = random.nextInt(500);
        returns.add(new Returned(
                shipment.origin(),
                shipment.market(),
                shipment.channel(),
                BusinessDay.of(at),
                new Line(product, 0, new Tally(-amount, 0, 0, 0, 0), -gross)));
        var line = new ReturnedLine(
                id(number),
                new LotId("L0"),
                product,
                shipment.channel(),
                new Quantity(amount, unit(product)),
                Money.ofFen(gross));
        events.add(new GoodsReturned(
                new SettlementId("S"),
                shipment.origin(),
                shipment.market(),
                List.of(line),
                Money.ofFen(gross),
                List.of(),
                Money.ZERO,
                List.of(),
                Money.ZERO,
                "back",
                at));
    }

    Map<List<@Nullable String>, Figures> count(List<SalesDimension> by, Days days) {
        var found = new HashMap<List<@Nullable String>, Figures>();
        for (var it : shipments) {
            if (it.kind() == ShipmentKind.TRANSFER || !days.contains(it.day())) {
                continue;
            }
            var groups = new HashSet<List<@Nullable String>>();
            for (var line : it.lines()) {
                var key = key(by, it.origin(), it.market(), it.channel(), it.day(), line.product());
                groups.add(key);
                var figures = it.kind() == ShipmentKind.SALE
                        ? sold(line)
                        : new Figures(0, 0, 0, 0, line.tally().accepted(), 0, 0);
                found.merge(key, figures, Figures::plus);
            }
            if (it.kind() == ShipmentKind.SALE) {
                groups.forEach(key -> found.merge(key, new Figures(0, 0, 0, 1, 0, 0, 0), Figures::plus));
            }
        }
        for (var it : returns) {
            if (days.contains(it.day())) {
                var key = key(
                        by,
                        it.origin(),
                        it.market(),
                        it.channel(),
                        it.day(),
                        it.line().product());
                found.merge(key, sold(it.line()), Figures::plus);
            }
        }
        return found;
    }

    private static Figures sold(Line line) {
        var tally = line.tally();
        boolean grams = unit(line.product()) == BaseUnit.GRAM;
        return new Figures(
                grams ? tally.accepted() : 0,
                grams ? 0 : tally.accepted(),
                line.gross(),
                0,
                0,
                line.dispatched(),
                tally.shortage() + 3 * tally.rejected() + 5 * tally.lost() + 7 * tally.over());
    }

    private static List<@Nullable String> key(
            List<SalesDimension> by,
            PartyId origin,
            PartyId market,
            Channel channel,
            LocalDate day,
            ProductId product) {
        var key = new ArrayList<@Nullable String>();
        for (var dimension : by) {
            key.add(
                    switch (dimension) {
                        case PRODUCT -> product.value();
                        case BRAND -> brand(product);
                        case MARKET -> market.value();
                        case REGION -> region(market);
                        case CHANNEL -> channel.name();
                        case ORIGIN -> origin.value();
                        case MONTH -> day.toString().substring(0, 7);
                        case DAY -> day.toString();
                    });
        }
        return key;
    }

    private Tally tally() {
        return new Tally(
                1 + random.nextInt(900), random.nextInt(3), random.nextInt(3), random.nextInt(3), random.nextInt(3));
    }

    private Instant moment() {
        return Instant.parse("2020-04-01T00:00:00Z").plus(random.nextInt(90 * 24 * 60), ChronoUnit.MINUTES);
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static ShipmentId id(int number) {
        return new ShipmentId("SH" + number);
    }
}
