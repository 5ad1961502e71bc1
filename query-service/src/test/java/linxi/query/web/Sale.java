package linxi.query.web;

import static linxi.query.Story.A1;
import static linxi.query.Story.AT;
import static linxi.query.Story.DAKANG;
import static linxi.query.Story.H01;
import static linxi.query.Story.H02;
import static linxi.query.Story.S1;
import static linxi.query.Story.SH1;
import static linxi.query.Story.T1;
import static linxi.query.Story.T2;
import static linxi.query.Story.TOMATO;
import static linxi.query.Story.YONGHUI;
import static linxi.query.Story.accepted;
import static linxi.query.Story.agreement;
import static linxi.query.Story.brought;
import static linxi.query.Story.fen;
import static linxi.query.Story.kilograms;
import static linxi.query.Story.line;
import static linxi.query.Story.logged;
import static linxi.query.Story.lot;
import static linxi.query.Story.party;
import static linxi.query.Story.product;
import static linxi.query.Story.receipt;
import static linxi.query.Story.received;
import static linxi.query.Story.total;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import linxi.events.BaseUnit;
import linxi.events.CarryEvent.CarryMoved;
import linxi.events.Event;
import linxi.events.HouseholdEvent.HouseholdRegistered;
import linxi.events.HouseholdEvent.HouseholdStatusChanged;
import linxi.events.HouseholdStatus;
import linxi.events.IncomePath;
import linxi.events.LotEvent.LotReserved;
import linxi.events.PartyId;
import linxi.events.PartyKind;
import linxi.events.SettlementEvent.CoveredGroup;
import linxi.events.SettlementEvent.Deduction;
import linxi.events.SettlementEvent.IncomeAttributed;
import linxi.events.SettlementEvent.IncomeLine;
import linxi.events.SettlementEvent.LineRef;
import linxi.events.SettlementEvent.Pool;
import linxi.events.SettlementEvent.SettlementAgreed;
import linxi.events.SettlementEvent.SettlementOpened;
import linxi.events.ShipmentEvent.ShipmentSettled;
import linxi.events.ShipmentId;
import linxi.events.Tally;

/** One sale of tomatoes, part of it spoilt, settled and shared; and five shipments after it. */
public final class Sale {
    private static final Tally SPOILT = new Tally(0, 0, 4_000, 6_000, 0);

    private Sale() {}

    public static List<Event> events() {
        var day = LocalDate.parse("2020-05-01");
        var lines = List.of(new LineRef(SH1, T1), new LineRef(SH1, T2));
        var events = new ArrayList<Event>(List.of(
                party(DAKANG, PartyKind.COOPERATIVE, "CN-NM"),
                party(YONGHUI, PartyKind.MARKET, "CN-BJ"),
                product(TOMATO, null, BaseUnit.GRAM),
                new HouseholdRegistered(H01, new PartyId("shiertu"), AT),
                new HouseholdStatusChanged(H01, HouseholdStatus.REGISTERED_POOR, day, null, AT),
                new HouseholdRegistered(H02, new PartyId("shiertu"), AT),
                agreement(
                        Map.of(IncomePath.ORDER_PURCHASE, 8_000, IncomePath.WAGE, 2_000),
                        new TreeMap<>(Map.of(IncomePath.WAGE, new TreeMap<>(Map.of(H02, 1L))))),
                lot(T1, 100, brought(H01, 100)),
                lot(T2, 10),
                logged(SH1, AT, line(T1, 100), line(T2, 10)),
                new LotReserved(T1, DAKANG, SH1, kilograms(100), AT),
                new LotReserved(T2, DAKANG, SH1, kilograms(10), AT),
                receipt(
                        SH1,
                        AT,
                        List.of(received(T1, accepted(100), null), received(T2, SPOILT, "变质")),
                        total(T1, 100, accepted(100)),
                        total(T2, 10, SPOILT)),
                new SettlementOpened(
                        S1,
                        DAKANG,
                        YONGHUI,
                        List.of(SH1),
                        List.of(),
                        fen(36_000),
                        List.<Deduction>of(),
                        fen(36_000),
                        AT),
                new ShipmentSettled(SH1, DAKANG, S1, AT),
                new SettlementAgreed(
                        S1,
                        DAKANG,
                        YONGHUI,
                        List.of(new CoveredGroup(A1, 1, TOMATO, fen(36_000), fen(36_000), lines)),
                        List.of(
                                new Pool(A1, 1, TOMATO, IncomePath.ORDER_PURCHASE, fen(28_800)),
                                new Pool(A1, 1, TOMATO, IncomePath.WAGE, fen(7_000))),
                        fen(200),
                        AT),
                attributed(IncomePath.ORDER_PURCHASE, new IncomeLine(H01, 28_800, 28_800_000_000L)),
                attributed(IncomePath.WAGE, new IncomeLine(H02, 7_000, 7_000_000_000L)),
                new CarryMoved(A1, IncomePath.WAGE, DAKANG, S1, new TreeMap<>(Map.of(H02, -400_001L)), AT)));
        for (int i = 0; i < 5; i++) {
            events.add(logged(new ShipmentId("N" + i), AT.plusSeconds(i / 2), line(T1, 1)));
        }
        return events;
    }

    private static IncomeAttributed attributed(IncomePath path, IncomeLine line) {
        return new IncomeAttributed(S1, DAKANG, 1, 1, A1, 1, TOMATO, path, List.of(line), AT);
    }
}
