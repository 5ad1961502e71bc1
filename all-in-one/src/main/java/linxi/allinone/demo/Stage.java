package linxi.allinone.demo;

import java.util.List;

/** Chains of steps that may run side by side; the steps of one chain run one after the other. */
record Stage(List<List<Step>> chains) {
    int size() {
        return chains.stream().mapToInt(List::size).sum();
    }
}
