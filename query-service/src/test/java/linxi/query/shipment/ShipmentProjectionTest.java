package linxi.query.shipment;

import static java.util.Objects.requireNonNull;
import static linxi.query.Story.AT;
import static linxi.query.Story.DAKANG;
import static linxi.query.Story.S1;
import static linxi.query.Story.SH1;
import static linxi.query.Story.T1;
import static linxi.query.Story.T2;
import static linxi.query.Story.TOMATO;
import static linxi.query.Story.YONGHUI;
import static linxi.query.Story.accepted;
import static linxi.query.Story.fen;
import static linxi.query.Story.kilograms;
import static linxi.query.Story.line;
import static linxi.query.Story.logged;
import static linxi.query.Story.receipt;
import static linxi.query.Story.received;
import static linxi.query.Story.total;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import linxi.events.BaseUnit;
import linxi.events.Channel;
import linxi.events.Event;
import linxi.events.LotAmount;
import linxi.events.SettlementEvent.GoodsReturned;
import linxi.events.SettlementEvent.ReturnedLine;
import linxi.events.ShipmentEvent.CorrectedLine;
import linxi.events.ShipmentEvent.DiscrepancyDisputed;
import linxi.events.ShipmentEvent.ReceiptConfirmed;
import linxi.events.ShipmentEvent.ReceiptCorrected;
import linxi.events.ShipmentEvent.ReturnReceived;
import linxi.events.ShipmentEvent.ShipmentArrived;
import linxi.events.ShipmentEvent.ShipmentCancelled;
import linxi.events.ShipmentEvent.ShipmentDispatched;
import linxi.events.ShipmentEvent.ShipmentLost;
import linxi.events.ShipmentEvent.ShipmentRejected;
import linxi.events.ShipmentEvent.ShipmentSettled;
import linxi.events.ShipmentEvent.ShipmentUnsettled;
import linxi.events.ShipmentKind;
import linxi.events.Tally;
import linxi.query.feed.Replay;
import org.junit.jupiter.api.Test;

class ShipmentProjectionTest {
    private static final Tally SPOILT = new Tally(0, 0, 4_000_000, 6_000_000, 0);
    private static final ReceiptConfirmed FINAL = receipt(
            SH1,
            AT,
            List.of(received(T1, accepted(100), null), received(T2, SPOILT, "变质")),
            total(T1, 100, accepted(100)),
            total(T2, 10_000, SPOILT));

    @Test
    void followsTheRoad() {
        assertThat(after().state()).isEqualTo(ShipmentState.LOGGED);
        var onTheRoad = after(new ShipmentDispatched(SH1, DAKANG, "蒙D·12345", AT));
        assertThat(onTheRoad.state()).isEqualTo(ShipmentState.IN_TRANSIT);
        assertThat(onTheRoad.vehicle()).isEqualTo("蒙D·12345");
        assertThat(after(new ShipmentArrived(SH1, DAKANG, AT)).state()).isEqualTo(ShipmentState.ARRIVED);
        assertThat(after(new ShipmentCancelled(SH1, DAKANG, "雨", AT)).state()).isEqualTo(ShipmentState.CANCELLED);
    }

    @Test
    void addsReceiptsUpUntilTheFinalOne() {
        var first = receipt(SH1, AT, List.of(received(T1, accepted(60), null)));
        var partly = after(first);
        assertThat(partly.state()).isEqualTo(ShipmentState.PARTLY_RECEIVED);
        assertThat(partly.lines().getFirst().tally()).isEqualTo(accepted(60));
        assertThat(partly.gross()).isEqualTo(fen(60 * 360));
        assertThat(partly.receivedOn()).isNull();

        var done = after(FINAL);
        assertThat(done.state()).isEqualTo(ShipmentState.RECEIVED_WITH_DISCREPANCY);
        assertThat(done.receivedOn()).isEqualTo(LocalDate.parse("2020-05-01"));
        assertThat(done.lines().get(1).tally()).isEqualTo(SPOILT);
        assertThat(done.lines().get(1).reason()).isEqualTo("变质");
        assertThat(done.gross()).isEqualTo(fen(100 * 360));
        var told = done.history().getLast();
        assertThat(told.event()).isEqualTo("receipt-confirmed");
        assertThat(told.complete()).isTrue();
        assertThat(told.by()).isEqualTo("tester");
        assertThat(requireNonNull(told.lines()).get(1).lost()).isEqualTo(kilograms(6_000));
    }

    @Test
    void restatesWhatACorrectionChangesAndKeepsTheRest() {
        var corrected = new ReceiptCorrected(
                SH1,
                DAKANG,
                YONGHUI,
                ShipmentKind.SALE,
                Channel.SUPERMARKET,
                List.of(new CorrectedLine(
                        T1, TOMATO, BaseUnit.GRAM, accepted(100), accepted(90), fen(36_000), fen(32_400), "复秤")),
                LocalDate.parse("2020-05-01"),
                true,
                "看错",
                AT);
        var after = after(FINAL, new DiscrepancyDisputed(SH1, DAKANG, "不同意", AT), corrected);
        assertThat(after.lines().getFirst().tally()).isEqualTo(accepted(90));
        assertThat(after.lines().getFirst().reason()).isEqualTo("复秤");
        assertThat(after.lines().get(1).tally()).isEqualTo(SPOILT);
        assertThat(after.gross()).isEqualTo(fen(90 * 360));
        assertThat(after.answer()).as("a correction clears the answer").isNull();
        var told = requireNonNull(after.history().getLast().lines()).getFirst();
        assertThat(requireNonNull(told.before()).accepted()).isEqualTo(kilograms(100));
    }

    @Test
    void losesOrRejectsEverything() {
        var lost = after(new ShipmentLost(SH1, DAKANG, "翻车", AT)).lines().get(1);
        assertThat(lost.tally()).isEqualTo(new Tally(0, 0, 0, 10_000_000, 0));
        assertThat(lost.reason()).isEqualTo("翻车");
        var back = new ReturnReceived(SH1, DAKANG, List.of(new LotAmount(T2, kilograms(7))), AT);
        var rejected = after(new ShipmentRejected(SH1, DAKANG, "无证", AT), back);
        assertThat(rejected.state()).isEqualTo(ShipmentState.REJECTED);
        assertThat(rejected.lines().get(1).tally()).isEqualTo(new Tally(0, 0, 10_000_000, 0, 0));
        assertThat(rejected.lines().get(1).backAtOrigin()).isEqualTo(7_000);
    }

    @Test
    void knowsItsSettlementAndWhatCameBackAfterTheSale() {
        var settled = new ShipmentSettled(SH1, DAKANG, S1, AT);
        var returned = new GoodsReturned(
                S1,
                DAKANG,
                YONGHUI,
                List.of(new ReturnedLine(SH1, T1, TOMATO, Channel.SUPERMARKET, kilograms(3), fen(1_080))),
                fen(1_080),
                List.of(),
                fen(1_080),
                List.of(),
                fen(-1_080),
                "退",
                AT);
        var after = after(FINAL, settled, returned);
        assertThat(after.settlement()).isEqualTo(S1);
        assertThat(after.settled()).isTrue();
        assertThat(after.lines().getFirst().returned()).isEqualTo(3_000);
        assertThat(after.lines().get(1).returned()).isZero();
        assertThat(after.gross()).as("gross is what was accepted").isEqualTo(fen(36_000));
        var again = after(FINAL, settled, returned, new ShipmentUnsettled(SH1, DAKANG, S1, List.of(), AT));
        assertThat(again.settlement()).isNull();
        assertThat(again.settled()).isFalse();
        assertThat(again.lines().getFirst().returned()).isEqualTo(3_000);
        assertThat(again.history())
                .extracting(ShipmentMoment::event)
                .containsExactly(
                        "shipment-logged",
                        "receipt-confirmed",
                        "shipment-settled",
                        "goods-returned",
                        "shipment-unsettled");
    }

    private static ShipmentDocument after(Event... events) {
        var projection = new ShipmentProjection();
        var all = new ArrayList<Event>(List.of(logged(SH1, AT, line(T1, 100), line(T2, 10_000))));
        all.addAll(List.of(events));
        var replay = Replay.inMemory(projection).fold(all.toArray(Event[]::new));
        return requireNonNull(replay.document(projection, "dakang", "SH1"));
    }
}
