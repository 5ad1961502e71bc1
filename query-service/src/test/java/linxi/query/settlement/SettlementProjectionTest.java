package linxi.query.settlement;

import static java.util.Objects.requireNonNull;
import static linxi.query.Story.A1;
import static linxi.query.Story.AT;
import static linxi.query.Story.DAKANG;
import static linxi.query.Story.S1;
import static linxi.query.Story.SH1;
import static linxi.query.Story.T1;
import static linxi.query.Story.TOMATO;
import static linxi.query.Story.YONGHUI;
import static linxi.query.Story.fen;
import static linxi.query.Story.kilograms;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import linxi.events.Channel;
import linxi.events.DeductionKind;
import linxi.events.IncomePath;
import linxi.events.SettlementEvent.Deduction;
import linxi.events.SettlementEvent.GoodsReturned;
import linxi.events.SettlementEvent.Pool;
import linxi.events.SettlementEvent.ReturnedLine;
import linxi.events.SettlementEvent.SettlementAgreed;
import linxi.events.SettlementEvent.SettlementOpened;
import linxi.events.SettlementEvent.SettlementPaid;
import linxi.events.SettlementEvent.SettlementReversed;
import linxi.query.feed.Replay;
import org.junit.jupiter.api.Test;

class SettlementProjectionTest {
    private final SettlementProjection projection = new SettlementProjection();
    private final Replay replay = Replay.inMemory(projection)
            .fold(new SettlementOpened(
                    S1, DAKANG, YONGHUI, List.of(SH1), List.of(), fen(1_000), freight(100), fen(900), AT));

    @Test
    void sharesNothingWhileItIsOpen() {
        assertThat(document().state()).isEqualTo(SettlementState.OPEN);
        assertThat(document().attributed()).isEmpty();
        assertThat(document().unattributed()).isEqualTo(fen(0));
        assertThat(document().net()).isEqualTo(fen(900));
    }

    @Test
    void addsUpToTheNetOnceAgreedAndKeepsWhatAReturnKeeps() {
        agree();
        assertThat(document().attributed()).isEqualTo(Map.of(IncomePath.DIVIDEND, fen(200), IncomePath.WAGE, fen(600)));
        assertThat(document().unattributed()).isEqualTo(fen(100));

        goods();
        var it = document();
        assertThat(it.state()).isEqualTo(SettlementState.AGREED);
        assertThat(it.gross()).isEqualTo(fen(700));
        assertThat(it.returned()).isEqualTo(fen(300));
        assertThat(it.deductions()).isEqualTo(freight(70));
        assertThat(it.net()).isEqualTo(fen(630));
        assertThat(it.attributed()).isEqualTo(Map.of(IncomePath.DIVIDEND, fen(140), IncomePath.WAGE, fen(420)));
        assertThat(it.unattributed()).isEqualTo(fen(70));
    }

    @Test
    void sharesNothingAfterItsReversalAndShowsTheRefund() {
        agree();
        goods();
        var _ = replay.fold(
                new SettlementPaid(S1, DAKANG, "PAY-1", AT),
                new SettlementReversed(S1, DAKANG, YONGHUI, List.of(), fen(-70), fen(630), "重算", AT));
        var it = document();
        assertThat(it.state()).isEqualTo(SettlementState.REVERSED);
        assertThat(it.net()).isEqualTo(fen(0));
        assertThat(it.unattributed()).isEqualTo(fen(0));
        assertThat(it.attributed()).isEqualTo(Map.of(IncomePath.DIVIDEND, fen(0), IncomePath.WAGE, fen(0)));
        assertThat(it.gross()).isEqualTo(fen(700));
        assertThat(it.refundDue()).isEqualTo(fen(630));
        assertThat(it.history())
                .extracting(SettlementMoment::event)
                .containsExactly(
                        "settlement-opened",
                        "settlement-agreed",
                        "goods-returned",
                        "settlement-paid",
                        "settlement-reversed");
    }

    private void agree() {
        var pools = List.of(pool(IncomePath.DIVIDEND, 200), pool(IncomePath.WAGE, 600));
        var _ = replay.fold(new SettlementAgreed(S1, DAKANG, YONGHUI, List.of(), pools, fen(100), AT));
    }

    private void goods() {
        var line = new ReturnedLine(SH1, T1, TOMATO, Channel.OTHER, kilograms(3), fen(300));
        var pools = List.of(pool(IncomePath.DIVIDEND, -60), pool(IncomePath.WAGE, -180));
        var _ = replay.fold(new GoodsReturned(
                S1, DAKANG, YONGHUI, List.of(line), fen(300), freight(70), fen(270), pools, fen(-30), "退", AT));
    }

    private static Pool pool(IncomePath path, long fen) {
        return new Pool(A1, 1, TOMATO, path, fen(fen));
    }

    private static List<Deduction> freight(long fen) {
        return List.of(new Deduction(DeductionKind.FREIGHT, fen(fen), 1_000, null));
    }

    private SettlementDocument document() {
        return requireNonNull(replay.document(projection, "dakang", "S1"));
    }
}
