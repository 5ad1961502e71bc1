package linxi.query.screen.paper;

import static linxi.query.Story.AT;
import static linxi.query.Story.DAKANG;
import static linxi.query.Story.T1;
import static linxi.query.Story.TOMATO;
import static linxi.query.Story.YONGHUI;
import static linxi.query.Story.accepted;
import static linxi.query.Story.line;
import static linxi.query.Story.logged;
import static linxi.query.Story.receipt;
import static linxi.query.Story.received;
import static linxi.query.Story.total;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import linxi.events.BaseUnit;
import linxi.events.Channel;
import linxi.events.Entered;
import linxi.events.Event;
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
import linxi.events.ShipmentEvent.CorrectedLine;
import linxi.events.ShipmentEvent.Line;
import linxi.events.ShipmentEvent.LineTotal;
import linxi.events.ShipmentEvent.ReceiptConfirmed;
import linxi.events.ShipmentEvent.ReceiptCorrected;
import linxi.events.ShipmentEvent.ShipmentDispatched;
import linxi.events.ShipmentEvent.ShipmentLogged;
import linxi.events.ShipmentId;
import linxi.events.ShipmentKind;
import linxi.events.Tally;

/** What makes papers hard: corrections, names that are markup, far too long or of another script, many lines. */
final class Papers {
    static final ShipmentId MENDED = new ShipmentId("MENDED");
    static final ShipmentId HOSTILE = new ShipmentId("HOSTILE-" + "9".repeat(56));
    static final ShipmentId MANY = new ShipmentId("MANY");
    static final LotId EGGS = new LotId("EGGS-2020.05");
    static final String MARKUP =
            "<script>alert(1)</script>&lt;<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>&e;";
    static final String LONG = "很长的市场名称".repeat(40);
    static final int LINES = 60;

    private static final Tally SHORT = new Tally(9_000, 600, 400, 0, 0);
    private static final ProductId EGG = new ProductId("egg");
    private static final PartyId EVIL = new PartyId("evil");

    private Papers() {}

    static List<Event> events() {
        var events = new ArrayList<Event>(List.of(
                logged(MENDED, AT.plusSeconds(90), line(T1, 10)),
                new ShipmentDispatched(MENDED, DAKANG, "蒙D12345", AT.plusSeconds(91)),
                receipt(
                        MENDED,
                        AT.plusSeconds(92),
                        List.of(received(T1, accepted(10), null)),
                        total(T1, 10, accepted(10))),
                corrected(),
                logged(new ShipmentId("ROAD"), AT.plusSeconds(95), line(T1, 1)),
                new ProductDefined(EGG, ProductKind.EGG, new Name(MARKUP, null), null, BaseUnit.PIECE, List.of(), AT),
                new PartyRegistered(EVIL, PartyKind.MARKET, new Name(LONG, "a\u202eb אב 🍅"), null, null, AT),
                new LotCommissioned(
                        EGGS,
                        DAKANG,
                        EGG,
                        Quantity.pieces(36_000),
                        new Entered(BigDecimal.valueOf(100), "箱"),
                        List.of(),
                        AT.minusSeconds(86_400),
                        AT)));
        events.addAll(hostile());
        var lines = new ArrayList<Line>();
        for (int i = 0; i < LINES; i++) {
            lines.add(new Line(new LotId("M" + i), TOMATO, Quantity.grams(1_000), null, null));
        }
        events.add(new ShipmentLogged(
                MANY, DAKANG, YONGHUI, ShipmentKind.TRANSFER, Channel.OTHER, lines, AT.plusSeconds(97)));
        return events;
    }

    private static List<Event> hostile() {
        var price = new Price(150, "PIECE", 1);
        var line = new Line(EGGS, EGG, Quantity.pieces(1_080), new Entered(BigDecimal.valueOf(3), "箱"), price);
        var tally = new Tally(1_000, 80, 0, 0, 0);
        var at = AT.plusSeconds(96);
        return List.of(
                new ShipmentLogged(HOSTILE, DAKANG, EVIL, ShipmentKind.SALE, Channel.OTHER, List.of(line), at),
                new ReceiptConfirmed(
                        HOSTILE,
                        DAKANG,
                        EVIL,
                        ShipmentKind.SALE,
                        Channel.OTHER,
                        List.of(received(EGGS, tally, MARKUP + LONG)),
                        true,
                        List.of(new LineTotal(EGGS, EGG, Quantity.pieces(1_080), tally, Money.ofFen(150_000))),
                        at));
    }

    private static Event corrected() {
        var line = new CorrectedLine(
                T1, TOMATO, BaseUnit.GRAM, accepted(10), SHORT, Money.ofFen(3_600), Money.ofFen(3_240), "少装一筐");
        return new ReceiptCorrected(
                MENDED,
                DAKANG,
                YONGHUI,
                ShipmentKind.SALE,
                Channel.SUPERMARKET,
                List.of(line),
                LocalDate.parse("2020-05-01"),
                true,
                "复点",
                AT.plusSeconds(93));
    }
}
