package linxi.command.attribution;

import java.util.ArrayList;
import java.util.List;
import linxi.events.Money;
import linxi.events.SettlementEvent.CoveredGroup;
import linxi.events.share.LargestRemainder;

/**
 * From the net of a settlement down to households: to groups by gross, to paths by basis points, to households by
 * contribution or weight (domain rules, "Attribution, exactly"). A negative net takes back in the same way.
 */
public final class Attribution {
    private Attribution() {}

    /**
     * @param net to share; negative to take back; 0 where all gross is 0
     * @param groups covered lines with the gross that decides the shares, in any order
     * @param uncovered gross of the lines that no version covers
     */
    public static Attributed share(Money net, List<Covered> groups, Money uncovered, Evidence evidence) {
        var sorted = groups.stream().sorted().toList();
        var book = new Carries(evidence.carries());
        var nets = nets(net, sorted, uncovered);
        var covered = new ArrayList<CoveredGroup>();
        var pools = new ArrayList<PaidPool>();
        long unattributed = nets[sorted.size()];
        for (int i = 0; i < sorted.size(); i++) {
            covered.add(sorted.get(i).with(nets[i]));
            unattributed += new Sharing(sorted.get(i), evidence.contributions(), book).share(nets[i], pools);
        }
        return new Attributed(covered, new Income(pools, Money.ofFen(unattributed), book.moved()));
    }

    /** The part of each group, and last of the uncovered lines, with the sign of the net. */
    private static long[] nets(Money net, List<Covered> groups, Money uncovered) {
        var gross = new long[groups.size() + 1];
        for (int i = 0; i < groups.size(); i++) {
            gross[i] = groups.get(i).gross();
        }
        gross[groups.size()] = uncovered.fen();
        if (net.fen() == 0) {
            return new long[gross.length];
        }
        var nets = LargestRemainder.share(Math.abs(net.fen()), gross);
        if (net.fen() < 0) {
            for (int i = 0; i < nets.length; i++) {
                nets[i] = -nets[i];
            }
        }
        return nets;
    }
}
