package linxi.command.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import linxi.command.agreement.AgreementVersion;
import linxi.command.agreement.Coverage;
import linxi.events.AgreementId;
import linxi.events.Contribution;
import linxi.events.HouseholdAmounts;
import linxi.events.HouseholdKey;
import linxi.events.IncomePath;
import linxi.events.LotId;
import linxi.events.Money;
import linxi.events.ProductId;
import linxi.events.SettlementEvent.LineRef;
import linxi.events.ShipmentId;
import org.junit.jupiter.api.Test;

/** What a share takes from the heap: counted, so that a machine's mood is no matter; its times are measured elsewhere. */
class AllocationTest {
    private static final AgreementId AGREEMENT = new AgreementId("A1");
    private static final Map<IncomePath, Integer> PATHS =
            Map.of(IncomePath.ORDER_PURCHASE, 6_000, IncomePath.WAGE, 3_000, IncomePath.DIVIDEND, 1_000);
    private static final int LOTS = 4;
    /** In flat arrays; an object for each share would be far above. */
    private static final long MOST_PER_SHARE = 150;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void aShareTakesAsFewBytesHoweverManyHouseholds() {
        long few = bytesPerShare(1_000);
        long many = bytesPerShare(8_000);
        System.out.println("bytes allocated for a share: " + few + " of 1000 households, " + many + " of 8000");
        assertThat(few).isPositive().isLessThan(MOST_PER_SHARE);
        assertThat(many).isLessThanOrEqualTo(few + few / 10);
    }

    private long bytesPerShare(int households) {
        var groups = List.of(new Covered(terms(households), new ProductId("tomato"), lines()));
        var evidence = new Evidence(Coverage.none(), contributions(households), carries(households));
        long least = IntStream.range(0, 5)
                .mapToLong(
                        _ -> allocated(() -> Attribution.share(Money.ofFen(98_765_432), groups, Money.ZERO, evidence)))
                .min()
                .orElseThrow();
        return least / ((long) households * (LOTS + PATHS.size() - 1));
    }

    private long allocated(Supplier<?> work) {
        long before = threads.getCurrentThreadAllocatedBytes();
        var _ = work.get();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    private static AgreementVersion terms(int households) {
        var members = new TreeMap<IncomePath, HouseholdAmounts>();
        for (var path : List.of(IncomePath.WAGE, IncomePath.DIVIDEND)) {
            members.put(path, HouseholdAmounts.copyOf(amounts(households, i -> 1 + i * 7_919L % 1_000)));
        }
        return new AgreementVersion(AGREEMENT, 1, LocalDate.of(2020, 1, 1), new TreeMap<>(PATHS), members);
    }

    private static List<GrossLine> lines() {
        var lines = new ArrayList<GrossLine>();
        for (int lot = 0; lot < LOTS; lot++) {
            var line = new LineRef(new ShipmentId("SH" + lot), new LotId("L" + lot));
            lines.add(new GrossLine(line, Money.ofFen(30_000_000 + lot)));
        }
        return lines;
    }

    private static Map<LotId, HouseholdAmounts> contributions(int households) {
        var contributions = new HashMap<LotId, HouseholdAmounts>();
        for (int lot = 0; lot < LOTS; lot++) {
            long first = lot;
            contributions.put(
                    new LotId("L" + lot),
                    HouseholdAmounts.of(
                            amounts(households, i -> 1_000 + (first + i) * 104_729 % 500_000).entrySet().stream()
                                    .map(it -> new Contribution(it.getKey(), it.getValue()))
                                    .toList()));
        }
        return contributions;
    }

    private static Map<CarryKey, Carry> carries(int households) {
        var carries = new HashMap<CarryKey, Carry>();
        for (var path : PATHS.keySet()) {
            var of = amounts(households, i -> i * 15_485_863L % 1_000_000 - 500_000);
            carries.put(new CarryKey(AGREEMENT, path), new Carry(HouseholdAmounts.copyOf(of)));
        }
        return carries;
    }

    private static SortedMap<HouseholdKey, Long> amounts(int households, IntToLongFunction amount) {
        var amounts = new TreeMap<HouseholdKey, Long>();
        for (int i = 0; i < households; i++) {
            amounts.put(new HouseholdKey("H%05d".formatted(i)), amount.applyAsLong(i));
        }
        return amounts;
    }
}
