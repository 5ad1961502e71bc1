package linxi.bench;

/** What the median should be. */
public sealed interface Target {
    boolean isMetBy(double median);

    record AtLeast(double bound) implements Target {
        @Override
        public boolean isMetBy(double median) {
            return median >= bound;
        }

        @Override
        public String toString() {
            return "≥ " + Spread.shown(bound);
        }
    }

    record AtMost(double bound) implements Target {
        @Override
        public boolean isMetBy(double median) {
            return median <= bound;
        }

        @Override
        public String toString() {
            return "≤ " + Spread.shown(bound);
        }
    }

    /** A figure that is told without one. */
    record None() implements Target {
        @Override
        public boolean isMetBy(double median) {
            return true;
        }

        @Override
        public String toString() {
            return "–";
        }
    }
}
