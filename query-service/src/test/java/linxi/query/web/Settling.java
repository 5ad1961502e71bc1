package linxi.query.web;

import static linxi.query.Story.AT;
import static linxi.query.Story.DAKANG;
import static linxi.query.Story.H01;
import static linxi.query.Story.YONGHUI;
import static linxi.query.Story.accepted;
import static linxi.query.Story.brought;
import static linxi.query.Story.fen;
import static linxi.query.Story.kilograms;
import static linxi.query.Story.line;
import static linxi.query.Story.logged;
import static linxi.query.Story.lot;
import static linxi.query.Story.receipt;
import static linxi.query.Story.received;
import static linxi.query.Story.total;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import linxi.events.AgreementId;
import linxi.events.Channel;
import linxi.events.DeductionKind;
import linxi.events.Event;
import linxi.events.IncomePath;
import linxi.events.LotEvent.LotHeld;
import linxi.events.LotEvent.LotReserved;
import linxi.events.LotId;
import linxi.events.SettlementEvent.Deduction;
import linxi.events.SettlementEvent.GoodsReturned;
import linxi.events.SettlementEvent.Pool;
import linxi.events.SettlementEvent.ReturnedLine;
import linxi.events.SettlementEvent.SettlementAgreed;
import linxi.events.SettlementEvent.SettlementOpened;
import linxi.events.SettlementEvent.SettlementPaid;
import linxi.events.SettlementEvent.SettlementReversed;
import linxi.events.SettlementId;
import linxi.events.ShipmentEvent.DiscrepancyDisputed;
import linxi.events.ShipmentEvent.ShipmentDispatched;
import linxi.events.ShipmentEvent.ShipmentSettled;
import linxi.events.ShipmentId;
import linxi.events.Tally;
import linxi.query.Story;

/** One settlement of each state, something that may be settled, and something that may not, after the {@link Sale}. */
final class Settling {
    private static final LotId T3 = new LotId("T3");
    private static final ShipmentId FREE = new ShipmentId("FREE");
    private static final ShipmentId ARGUED = new ShipmentId("ARGUED");
    private static final ShipmentId BOUND = new ShipmentId("BOUND");
    private static final ShipmentId BACK = new ShipmentId("BACK");
    private static final SettlementId OPEN = new SettlementId("OPEN");
    private static final SettlementId PAID = new SettlementId("PAID");
    private static final SettlementId VOID = new SettlementId("VOID");
    private static final Tally SHORT = new Tally(9_000, 1_000, 0, 0, 0);
    private static final Deduction FREIGHT = new Deduction(DeductionKind.FREIGHT, fen(450), 1_250, "运单 7");

    private Settling() {}

    static List<Event> events() {
        var events = new ArrayList<Event>(List.of(lot(T3, 90, brought(H01, 90)), new LotHeld(T3, DAKANG, "抽检", AT)));
        for (var id : List.of(FREE, BOUND, BACK)) {
            events.addAll(sold(id, accepted(10)));
            events.add(new LotReserved(T3, DAKANG, id, kilograms(10), AT));
        }
        events.addAll(sold(ARGUED, SHORT));
        events.add(new DiscrepancyDisputed(ARGUED, DAKANG, "没少装", AT));
        events.add(opened(OPEN, BOUND, FREIGHT));
        events.add(new ShipmentSettled(BOUND, DAKANG, OPEN, AT));
        events.add(opened(PAID, BACK, FREIGHT));
        events.add(new ShipmentSettled(BACK, DAKANG, PAID, AT));
        var later = AT.plusSeconds(60);
        events.add(new SettlementAgreed(PAID, DAKANG, YONGHUI, List.of(), List.of(pool(2_205)), fen(945), later));
        events.add(new SettlementPaid(PAID, DAKANG, "回单 42", later));
        events.add(returned(later));
        events.add(opened(VOID, FREE));
        events.add(new SettlementReversed(VOID, DAKANG, YONGHUI, List.of(), fen(0), fen(3_600), "填错", later));
        return events;
    }

    private static List<Event> sold(ShipmentId id, Tally tally) {
        return List.of(
                logged(id, AT, line(T3, 10)),
                new ShipmentDispatched(id, DAKANG, null, AT),
                receipt(id, AT, List.of(received(T3, tally, "少一筐")), total(T3, 10, tally)));
    }

    private static SettlementOpened opened(SettlementId id, ShipmentId shipment, Deduction... deductions) {
        var less =
                List.of(deductions).stream().mapToLong(it -> it.amount().fen()).sum();
        return new SettlementOpened(
                id,
                DAKANG,
                YONGHUI,
                List.of(shipment),
                List.of(),
                fen(3_600),
                List.of(deductions),
                fen(3_600 - less),
                AT);
    }

    private static Pool pool(long fen) {
        return new Pool(new AgreementId("A1"), 1, Story.TOMATO, IncomePath.ORDER_PURCHASE, fen(fen));
    }

    /** 2 of 10 kilograms: 720 fen, less 90 of the deduction. */
    private static GoodsReturned returned(Instant at) {
        return new GoodsReturned(
                PAID,
                DAKANG,
                YONGHUI,
                List.of(new ReturnedLine(BACK, T3, Story.TOMATO, Channel.SUPERMARKET, kilograms(2), fen(720))),
                fen(720),
                List.of(new Deduction(DeductionKind.FREIGHT, fen(360), 1_250, "运单 7")),
                fen(630),
                List.of(pool(-441)),
                fen(-189),
                "变质",
                at);
    }
}
