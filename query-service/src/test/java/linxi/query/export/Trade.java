package linxi.query.export;

import static linxi.query.Story.AT;
import static linxi.query.Story.DAKANG;
import static linxi.query.Story.T1;
import static linxi.query.Story.TOMATO;
import static linxi.query.Story.YONGHUI;
import static linxi.query.Story.fen;
import static linxi.query.Story.line;
import static linxi.query.Story.logged;
import static linxi.query.Story.product;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import linxi.events.BaseUnit;
import linxi.events.Channel;
import linxi.events.Event;
import linxi.events.HouseholdEvent.HouseholdRegistered;
import linxi.events.HouseholdKey;
import linxi.events.LotId;
import linxi.events.PartyId;
import linxi.events.Price;
import linxi.events.ProductId;
import linxi.events.Quantity;
import linxi.events.ShipmentEvent.Line;
import linxi.events.ShipmentEvent.LineTotal;
import linxi.events.ShipmentEvent.ReceiptConfirmed;
import linxi.events.ShipmentEvent.ReceivedLine;
import linxi.events.ShipmentEvent.ShipmentLogged;
import linxi.events.ShipmentId;
import linxi.events.ShipmentKind;
import linxi.events.Tally;
import org.jspecify.annotations.Nullable;

/** What makes files hard: pieces beside kilograms, odd fen, texts like formulas, several pages, another's goods. */
final class Trade {
    /** More than two pages of a list. */
    static final int MANY = 1_100;

    static final PartyId ANOTHER = new PartyId("another");

    private static final ProductId EGG = new ProductId("egg");
    private static final LotId E1 = new LotId("E1");
    private static final Instant JUNE = Instant.parse("2020-06-01T08:00:00Z");
    private static final Price PER_EGG = new Price(150, "PIECE", 1);
    private static final Price ODD = new Price(333, "KILOGRAM", 1_000);

    private Trade() {}

    static List<Event> events() {
        var events = new ArrayList<Event>();
        events.add(product(EGG, "=brand", BaseUnit.PIECE));
        var eggs = Quantity.pieces(1_000);
        sold(events, "SE", new Line(E1, EGG, eggs, null, PER_EGG), new Tally(997, 3, 0, 0, 0), "=1+1");
        sold(
                events,
                "SO",
                new Line(T1, TOMATO, Quantity.grams(33_337), null, ODD),
                new Tally(33_337, 0, 0, 0, 0),
                null);
        donated(events, "SD", new Line(E1, EGG, Quantity.pieces(10), null, null));
        events.add(new ShipmentLogged(
                new ShipmentId("F1"),
                ANOTHER,
                ANOTHER,
                ShipmentKind.SALE,
                Channel.RESIDENTS,
                List.of(line(T1, 1)),
                AT));
        for (int i = 0; i < MANY; i++) {
            events.add(logged(new ShipmentId("X" + i), AT.minusSeconds(60L + i / 3), line(T1, 1)));
            events.add(new HouseholdRegistered(new HouseholdKey("K" + i), new PartyId("shiertu"), AT));
        }
        return events;
    }

    private static void sold(List<Event> events, String id, Line line, Tally tally, @Nullable String reason) {
        var price = Objects.requireNonNull(line.price());
        received(
                events,
                id,
                ShipmentKind.SALE,
                line,
                tally,
                reason,
                price.of(tally.accepted()).fen());
    }

    private static void donated(List<Event> events, String id, Line line) {
        var all = new Tally(line.quantity().amount(), 0, 0, 0, 0);
        received(events, id, ShipmentKind.DONATION, line, all, null, 0);
    }

    private static void received(
            List<Event> events,
            String name,
            ShipmentKind kind,
            Line line,
            Tally tally,
            @Nullable String reason,
            long gross) {
        var id = new ShipmentId(name);
        var total = new LineTotal(line.lot(), line.product(), line.quantity(), tally, fen(gross));
        var said = new ReceivedLine(line.lot(), tally, reason);
        events.add(new ShipmentLogged(id, DAKANG, YONGHUI, kind, Channel.RESTAURANT, List.of(line), JUNE));
        events.add(new ReceiptConfirmed(
                id, DAKANG, YONGHUI, kind, Channel.RESTAURANT, List.of(said), true, List.of(total), JUNE));
    }
}
