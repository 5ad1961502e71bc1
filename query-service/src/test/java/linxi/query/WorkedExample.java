package linxi.query;

import static linxi.query.Story.DAKANG;
import static linxi.query.Story.PER_KILOGRAM;
import static linxi.query.Story.TOMATO;
import static linxi.query.Story.YONGHUI;
import static linxi.query.Story.fen;
import static linxi.query.Story.kilograms;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import linxi.events.AgreementEvent.AgreementPublished;
import linxi.events.AgreementId;
import linxi.events.CarryEvent.CarryMoved;
import linxi.events.Channel;
import linxi.events.Contribution;
import linxi.events.DeductionKind;
import linxi.events.Event;
import linxi.events.HouseholdEvent.HouseholdRegistered;
import linxi.events.HouseholdKey;
import linxi.events.IncomePath;
import linxi.events.LotEvent.LotCommissioned;
import linxi.events.LotId;
import linxi.events.Money;
import linxi.events.PartyId;
import linxi.events.SettlementEvent.CoveredGroup;
import linxi.events.SettlementEvent.Deduction;
import linxi.events.SettlementEvent.GoodsReturned;
import linxi.events.SettlementEvent.IncomeAttributed;
import linxi.events.SettlementEvent.IncomeLine;
import linxi.events.SettlementEvent.IncomeReversed;
import linxi.events.SettlementEvent.LineRef;
import linxi.events.SettlementEvent.Pool;
import linxi.events.SettlementEvent.ReturnedLine;
import linxi.events.SettlementEvent.SettledLine;
import linxi.events.SettlementEvent.SettlementAgreed;
import linxi.events.SettlementEvent.SettlementOpened;
import linxi.events.SettlementEvent.SettlementReversed;
import linxi.events.SettlementId;
import linxi.events.ShipmentId;
import linxi.events.Tally;

/**
 * The worked example of the domain rules as events, its figures written by hand: a settlement, a return, and in the end a
 * reversal. {@code name} stands before all its ids.
 *
 * @param tampered whether one fen of H02 went to H01 after all was computed
 */
public record WorkedExample(String name, boolean tampered) {
    private static final Instant MAY = Instant.parse("2020-05-10T02:00:00Z");
    private static final Instant JUNE = Instant.parse("2020-06-10T02:00:00Z");
    private static final Instant AUGUST = Instant.parse("2020-08-10T02:00:00Z");
    private static final Map<IncomePath, Integer> SHARES = Map.of(
            IncomePath.ORDER_PURCHASE, 7_000,
            IncomePath.WAGE, 1_500,
            IncomePath.LAND_TRANSFER, 800,
            IncomePath.ASSET_RENT, 500,
            IncomePath.DIVIDEND, 200);
    private static final long[] KILOGRAMS = {400_001, 399_999, 350_007, 349_993, 333_333, 333_334, 233_333};
    private static final long[] EXACT = {
        80_640_201_600_000L,
        80_639_798_400_000L,
        70_561_411_200_000L,
        70_558_588_800_000L,
        67_199_932_800_000L,
        67_200_134_400_000L,
        47_039_932_800_000L
    };
    private static final long[] PAID = {
        80_640_202, 80_639_798, 70_561_411, 70_558_589, 67_199_933, 67_200_134, 47_039_933
    };
    private static final long[] EXACT_BACK = {
        -100_800_252_000L,
        -100_799_748_000L,
        -88_201_764_000L,
        -88_198_236_000L,
        -83_999_916_000L,
        -84_000_168_000L,
        -58_799_916_000L
    };
    private static final long[] PAID_BACK = {-100_801, -100_799, -88_202, -88_198, -84_000, -84_000, -58_800};
    private static final long[] CARRY = {-400_000, 400_000, 200_000, -200_000, -200_000, 400_000, -200_000};
    private static final long[] CARRY_BACK = {348_000, -348_000, 436_000, -436_000, -116_000, 232_000, -116_000};

    private static HouseholdKey h(int number) {
        return new HouseholdKey("H%02d".formatted(number));
    }

    private AgreementId agreement() {
        return new AgreementId(name + "A");
    }

    private SettlementId settlement() {
        return new SettlementId(name + "S");
    }

    private LotId lot(int number) {
        return new LotId(name + "T" + number);
    }

    private ShipmentId shipment() {
        return new ShipmentId(name + "SH");
    }

    /** H03 to H11, in one village. */
    public static List<Event> households() {
        var events = new ArrayList<Event>();
        for (int i = 3; i <= 11; i++) {
            events.add(new HouseholdRegistered(h(i), new PartyId("shiertu"), MAY));
        }
        return events;
    }

    public List<Event> events() {
        var events = new ArrayList<Event>();
        goods(events);
        settle(events);
        giveBack(events);
        reverse(events);
        return events;
    }

    private void goods(List<Event> events) {
        events.add(new AgreementPublished(
                agreement(),
                DAKANG,
                List.of(TOMATO),
                LocalDate.parse("2020-01-01"),
                new TreeMap<>(SHARES),
                new TreeMap<>(Map.of(
                        IncomePath.WAGE, weights(9, 10),
                        IncomePath.LAND_TRANSFER, weights(11),
                        IncomePath.ASSET_RENT, weights(11),
                        IncomePath.DIVIDEND, weights(1, 2, 3))),
                MAY));
        var brought = new ArrayList<Contribution>();
        for (int i = 0; i < KILOGRAMS.length; i++) {
            brought.add(new Contribution(h(i + 1), KILOGRAMS[i] * 1_000));
        }
        events.add(new LotCommissioned(lot(1), DAKANG, TOMATO, kilograms(2_400_000), null, brought, MAY, MAY));
        events.add(Story.lot(lot(2), 10_000, Story.brought(h(8), 10_000)));
        events.add(Story.logged(shipment(), MAY, Story.line(lot(1), 2_400_000), Story.line(lot(2), 10_000)));
        var bad = new Tally(0, 0, 4_000_000, 6_000_000, 0);
        events.add(Story.receipt(
                shipment(),
                MAY,
                List.of(
                        Story.received(lot(1), Story.accepted(2_400_000), null),
                        Story.received(lot(2), bad, "途中事故与变质")),
                Story.total(lot(1), 2_400_000, Story.accepted(2_400_000)),
                Story.total(lot(2), 10_000, bad)));
    }

    private static SortedMap<HouseholdKey, Long> weights(int... members) {
        var weights = new TreeMap<HouseholdKey, Long>();
        for (int member : members) {
            weights.put(h(member), 1L);
        }
        return weights;
    }

    private SettledLine settled(int lot, long kilograms) {
        return new SettledLine(
                shipment(),
                lot(lot),
                TOMATO,
                Channel.SUPERMARKET,
                kilograms(kilograms),
                PER_KILOGRAM,
                fen(kilograms * 360),
                LocalDate.parse("2020-05-10"));
    }

    private static List<Deduction> deductions(long freight, long market, long cooperative) {
        return List.of(
                new Deduction(DeductionKind.FREIGHT, fen(freight), 1_200, null),
                new Deduction(DeductionKind.MARKET_FEE, fen(market), null, null),
                new Deduction(DeductionKind.COOPERATIVE_FEE, fen(cooperative), 500, null));
    }

    private void settle(List<Event> events) {
        var gross = fen(864_000_000);
        var net = fen(691_200_000);
        var refs = List.of(new LineRef(shipment(), lot(1)), new LineRef(shipment(), lot(2)));
        var paid = PAID.clone();
        paid[0] += tampered ? 1 : 0;
        paid[1] -= tampered ? 1 : 0;
        var pools = pools(1, 1, EXACT, paid);
        events.add(new SettlementOpened(
                settlement(),
                DAKANG,
                YONGHUI,
                List.of(shipment()),
                List.of(settled(1, 2_400_000), settled(2, 0)),
                gross,
                deductions(103_680_000, 25_920_000, 43_200_000),
                net,
                MAY));
        events.add(new SettlementAgreed(
                settlement(),
                DAKANG,
                YONGHUI,
                List.of(new CoveredGroup(agreement(), 1, TOMATO, gross, net, refs)),
                recorded(pools),
                Money.ZERO,
                MAY));
        pools.forEach((path, lines) ->
                events.add(new IncomeAttributed(settlement(), DAKANG, 1, 5, agreement(), 1, TOMATO, path, lines, MAY)));
        events.add(carried(CARRY, MAY));
    }

    private void giveBack(List<Event> events) {
        var pools = pools(-1, 800, EXACT_BACK, PAID_BACK);
        events.add(new GoodsReturned(
                settlement(),
                DAKANG,
                YONGHUI,
                List.of(new ReturnedLine(
                        shipment(), lot(1), TOMATO, Channel.SUPERMARKET, kilograms(3_000), fen(1_080_000))),
                fen(1_080_000),
                deductions(103_550_400, 25_887_600, 43_146_000),
                fen(864_000),
                recorded(pools),
                Money.ZERO,
                "销售后退货",
                JUNE));
        takenBack(pools, JUNE, events);
        events.add(carried(CARRY_BACK, JUNE));
    }

    private void reverse(List<Event> events) {
        var exact = new long[7];
        var paid = new long[7];
        for (int i = 0; i < 7; i++) {
            exact[i] = -EXACT[i] - EXACT_BACK[i];
            paid[i] = -PAID[i] - PAID_BACK[i];
        }
        var pools = new TreeMap<IncomePath, List<IncomeLine>>(Map.of(IncomePath.ORDER_PURCHASE, lines(exact, paid)));
        events.add(new SettlementReversed(
                settlement(), DAKANG, YONGHUI, recorded(pools), Money.ZERO, Money.ZERO, "重新结算", AUGUST));
        takenBack(pools, AUGUST, events);
        events.add(carried(new long[7], AUGUST));
    }

    private void takenBack(Map<IncomePath, List<IncomeLine>> pools, Instant at, List<Event> events) {
        pools.forEach((path, lines) ->
                events.add(new IncomeReversed(settlement(), DAKANG, 1, 5, agreement(), 1, TOMATO, path, lines, at)));
    }

    private CarryMoved carried(long[] carries, Instant at) {
        var moved = new TreeMap<HouseholdKey, Long>();
        for (int i = 0; i < carries.length; i++) {
            moved.put(h(i + 1), carries[i]);
        }
        return new CarryMoved(agreement(), IncomePath.ORDER_PURCHASE, DAKANG, settlement(), moved, at);
    }

    /** Of all paths; what the others share comes out whole, and of the return is an 800th of it. */
    private static SortedMap<IncomePath, List<IncomeLine>> pools(int sign, long part, long[] exact, long[] paid) {
        var pools = new TreeMap<IncomePath, List<IncomeLine>>();
        pools.put(IncomePath.ORDER_PURCHASE, lines(exact, paid));
        pools.put(IncomePath.WAGE, whole(sign * 51_840_000L / part, 9, 10));
        pools.put(IncomePath.LAND_TRANSFER, whole(sign * 55_296_000L / part, 11));
        pools.put(IncomePath.ASSET_RENT, whole(sign * 34_560_000L / part, 11));
        pools.put(IncomePath.DIVIDEND, whole(sign * 4_608_000L / part, 1, 2, 3));
        return pools;
    }

    private static List<IncomeLine> lines(long[] exact, long[] paid) {
        var lines = new ArrayList<IncomeLine>();
        for (int i = 0; i < exact.length; i++) {
            lines.add(new IncomeLine(h(i + 1), paid[i], exact[i]));
        }
        return lines;
    }

    private static List<IncomeLine> whole(long fen, int... households) {
        var lines = new ArrayList<IncomeLine>();
        for (int household : households) {
            lines.add(new IncomeLine(h(household), fen, fen * 1_000_000));
        }
        return lines;
    }

    private List<Pool> recorded(Map<IncomePath, List<IncomeLine>> pools) {
        return pools.entrySet().stream()
                .map(it -> new Pool(agreement(), 1, TOMATO, it.getKey(), fen(sum(it.getValue()))))
                .toList();
    }

    private static long sum(List<IncomeLine> lines) {
        return lines.stream().mapToLong(IncomeLine::fen).sum();
    }
}
