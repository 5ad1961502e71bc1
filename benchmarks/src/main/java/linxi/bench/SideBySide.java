package linxi.bench;

import java.util.ArrayList;
import java.util.List;

/** Measures contestants in turn, round by round, so that what slows the machine down for a while slows all of them. */
public final class SideBySide {
    /** Does its work once and says how fast it was. */
    @FunctionalInterface
    public interface Contestant {
        double measure() throws Exception;
    }

    private final Plan plan;
    private final String unit;

    /** @param unit of what contestants say, such as {@code events/s} or {@code ms} */
    public SideBySide(Plan plan, String unit) {
        this.plan = plan;
        this.unit = unit;
    }

    /** The ratio of each round is ours divided by theirs of the same round. */
    public Row compare(String what, Target target, Contestant ours, Contestant theirs) throws Exception {
        return compare(List.of(what), List.of(target), List.of(ours), theirs).getFirst();
    }

    /** Several of ours beside one of theirs, in one run: a row for each. */
    public List<Row> compare(List<String> whats, List<Target> targets, List<Contestant> ours, Contestant theirs)
            throws Exception {
        var figures = new double[ours.size()][plan.rounds()];
        var others = new double[plan.rounds()];
        for (int round = -plan.warmups(); round < plan.rounds(); round++) {
            // Who comes first changes, so that neither always finds what the other left.
            boolean theirsFirst = (round & 1) != 0;
            double other = theirsFirst ? theirs.measure() : 0;
            var measured = new double[ours.size()];
            for (int i = 0; i < measured.length; i++) {
                measured[i] = ours.get(i).measure();
            }
            other = theirsFirst ? other : theirs.measure();
            say(round, measured, other);
            if (round >= 0) {
                others[round] = other;
                for (int i = 0; i < measured.length; i++) {
                    figures[i][round] = measured[i];
                }
            }
        }
        var rows = new ArrayList<Row>();
        for (int i = 0; i < figures.length; i++) {
            rows.add(row(whats.get(i), targets.get(i), figures[i], others));
        }
        return rows;
    }

    private Row row(String what, Target target, double[] figures, double[] others) {
        var ratios = new double[figures.length];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = figures[i] / others[i];
        }
        return new Row(what, shown(figures), shown(others), Spread.of(ratios), target);
    }

    private String shown(double[] figures) {
        return Spread.of(figures).shown() + " " + unit;
    }

    private void say(int round, double[] measured, double other) {
        var all = new ArrayList<String>();
        for (double figure : measured) {
            all.add(Spread.shown(figure));
        }
        plan.say()
                .accept("%s %d: %s beside %s %s"
                        .formatted(
                                round < 0 ? "warm-up" : "round",
                                round < 0 ? round + plan.warmups() + 1 : round + 1,
                                String.join(", ", all),
                                Spread.shown(other),
                                unit));
    }
}
