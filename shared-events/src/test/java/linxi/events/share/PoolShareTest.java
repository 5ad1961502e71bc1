package linxi.events.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PoolShareTest {
    private static long[] paid(PoolShare share) {
        return IntStream.range(0, share.size()).mapToLong(share::paid).toArray();
    }

    @Test
    void paysTheMissingFenToWhomMostIsOwed() {
        var share = PoolShare.of(10, new long[] {1, 1, 1}, new long[3]);
        assertThat(paid(share)).containsExactly(4, 3, 3);
        assertThat(share.entitlement(0)).isEqualTo(3_333_334);
        assertThat(share.missing()).isEqualTo(1);
        assertThat(share.moved(0)).isEqualTo(-666_666);
        assertThat(share.moved(1)).isEqualTo(333_333);
    }

    @Test
    void remembersWhoHadOneTheLastTime() {
        var share = PoolShare.of(10, new long[] {1, 1, 1}, new long[] {-666_666, 333_333, 333_333});
        assertThat(paid(share)).containsExactly(3, 4, 3);
        assertThat(share.owed(1)).isEqualTo(666_666);
        assertThat(IntStream.range(0, 3).map(share::rank)).containsExactly(3, 1, 2);
    }

    @Test
    void hasNothingMissingWhereAllIsWhole() {
        var share = PoolShare.of(6, new long[] {1, 2}, new long[] {400_000, -400_000});
        assertThat(paid(share)).containsExactly(2, 4);
        assertThat(share.missing()).isZero();
    }
}
