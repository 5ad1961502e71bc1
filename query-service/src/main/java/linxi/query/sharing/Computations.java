package linxi.query.sharing;

import static linxi.query.sharing.Computation.Step.CARRY;
import static linxi.query.sharing.Computation.Step.ENTITLEMENT;
import static linxi.query.sharing.Computation.Step.PAID;
import static linxi.query.sharing.Computation.Step.POOL;

import java.util.List;
import linxi.events.HouseholdKey;
import linxi.events.SettlementEvent.IncomeLine;
import linxi.events.share.PoolShare;
import linxi.query.QueryRule;
import linxi.query.Refused;
import linxi.query.agreement.Agreements;
import linxi.query.income.EarnedLine;
import linxi.query.income.Earnings;
import linxi.query.lot.Lots;
import linxi.query.mongo.View;
import linxi.query.mongo.Views;
import linxi.query.sharing.Computation.Carry;
import linxi.query.sharing.Computation.Standing;
import linxi.query.sharing.SharedDocument.Decision;
import linxi.query.sharing.SharedDocument.Kind;
import linxi.query.sharing.Sharing.Worked;
import org.jspecify.annotations.Nullable;

/** Answers "how was this computed?" for one line of one household's income. */
public final class Computations {
    private final View<SharedDocument> settlements;
    private final View<PoolDocument> pools;
    private final View<CarriedDocument> carried;
    private final Earnings earnings;
    private final Sharing sharing;

    public Computations(Views views, Earnings earnings, Agreements agreements, Lots lots) {
        this.settlements = new SharedProjection().view(views);
        this.pools = new PoolProjection().view(views);
        this.carried = new CarriedProjection().view(views);
        this.earnings = earnings;
        this.sharing = new Sharing(earnings, agreements, lots);
    }

    /**
     * @param position of the event that recorded the line
     * @throws Refused where the household has no such line
     */
    public Computation of(HouseholdKey household, String settlement, long position) {
        var all = earnings.of(household);
        var found = all.stream()
                .filter(it -> it.line().position() == position
                        && it.line().settlement().value().equals(settlement))
                .findFirst()
                .orElseThrow(() -> new Refused(QueryRule.NO_SUCH_ID, null, settlement));
        var shared = settlements.get(found.origin().value(), settlement);
        var decision = shared == null ? null : decision(shared, found.line());
        if (shared == null || decision == null) {
            throw new Refused(QueryRule.NO_SUCH_ID, null, settlement);
        }
        var own = all.stream()
                .filter(it -> it.origin().equals(found.origin()))
                .map(Earnings.Earned::line)
                .toList();
        return computed(household, own, found, shared, decision);
    }

    private static @Nullable Decision decision(SharedDocument shared, EarnedLine line) {
        Decision last = null;
        for (var decision : shared.decisions()) {
            last = decision.position() < line.position() ? decision : last;
        }
        return last;
    }

    private Computation computed(
            HouseholdKey household,
            List<EarnedLine> own,
            Earnings.Earned found,
            SharedDocument shared,
            Decision decision) {
        var line = found.line();
        long before = carryBefore(own, line);
        var evidence = new Evidence(shared, decision, line, pools, carried);
        var steps = new Recomputing(shared, decision, line);
        if (evidence.tells(household)) {
            steps.check(CARRY, evidence.before(household) == before);
        }
        var worked = new Worked(null, true);
        Standing standing = null;
        if (takesBackAll(shared, decision)) {
            standing = standing(own, line, decision);
            compare(steps, standing, line, evidence.lines());
        } else {
            worked = sharing.work(household, line, shared, evidence, steps);
        }
        boolean whole = evidence.isWhole() && worked.whole();
        var carry = new Carry(before, Math.addExact(before, moved(line)));
        return new Computation(found.origin(), line, decision, carry, worked.share(), standing, steps.checks(), whole);
    }

    /** The sum over the lines that the log holds before this one, of the same path of the agreement. */
    static long carryBefore(List<EarnedLine> own, EarnedLine line) {
        return own.stream()
                .filter(it -> it.position() < line.position()
                        && it.agreement().equals(line.agreement())
                        && it.path() == line.path())
                .mapToLong(Computations::moved)
                .reduce(0, Math::addExact);
    }

    private static long moved(EarnedLine it) {
        return Math.subtractExact(it.entitlement(), Math.multiplyExact(it.fen(), PoolShare.MICRO));
    }

    /** A reversal, or the return after which nothing is kept. */
    private static boolean takesBackAll(SharedDocument shared, Decision decision) {
        if (decision.kind() != Kind.RETURNED) {
            return decision.kind() == Kind.REVERSED;
        }
        long kept =
                shared.lines().stream().mapToLong(it -> it.quantity().amount()).reduce(0, Math::addExact);
        for (var each : shared.decisions()) {
            if (each.position() <= decision.position()) {
                for (var back : each.returned()) {
                    kept -= back.quantity().amount();
                }
            }
        }
        return kept == 0;
    }

    private static Standing standing(List<EarnedLine> own, EarnedLine line, Decision decision) {
        var stood = own.stream()
                .filter(it -> it.position() < decision.position()
                        && it.settlement().equals(line.settlement())
                        && it.agreement().equals(line.agreement())
                        && it.version() == line.version()
                        && it.product().equals(line.product())
                        && it.path() == line.path())
                .toList();
        return new Standing(
                stood.stream().mapToLong(EarnedLine::fen).reduce(0, Math::addExact),
                stood.stream().mapToLong(EarnedLine::entitlement).reduce(0, Math::addExact));
    }

    private static void compare(Recomputing steps, Standing standing, EarnedLine line, List<IncomeLine> recorded) {
        steps.check(ENTITLEMENT, line.entitlement() == -standing.entitlement());
        steps.check(PAID, line.fen() == -standing.fen());
        steps.check(
                POOL, steps.isPool(recorded.stream().mapToLong(IncomeLine::fen).reduce(0, Math::addExact)));
    }
}
