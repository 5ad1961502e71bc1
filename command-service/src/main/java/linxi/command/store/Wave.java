package linxi.command.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sorts open commits before each sending: those that may go out together, those that look refused (a place known to be
 * taken, or a gap, or a log that is not empty where it must be: unique keys alone cannot see either), and, by being in
 * neither, those that must wait because they write what an earlier one of the wave writes.
 */
final class Wave {
    private final Sequences sequences;
    private final Head head;
    private final Map<String, Long> sending = new HashMap<>();
    private final Set<String> keys = new HashSet<>();
    private final List<Pending> ready = new ArrayList<>();
    private final List<Pending> suspect = new ArrayList<>();

    private Wave(Sequences sequences, Head head) {
        this.sequences = sequences;
        this.head = head;
    }

    /** @param head the end of the log, behind which they will go out */
    static Wave of(List<Pending> open, Sequences sequences, Commits commits, Head head) {
        askForPredecessors(open, sequences, commits);
        var wave = new Wave(sequences, head);
        open.forEach(wave::sort);
        return wave;
    }

    List<Pending> ready() {
        return ready;
    }

    List<Pending> suspect() {
        return suspect;
    }

    private void sort(Pending pending) {
        boolean notYet = pending.isOpening() && !ready.isEmpty();
        if (notYet || pending.keys().stream().anyMatch(keys::contains)) {
            return;
        }
        if (pending.isOpening() && head.position() > 0) {
            suspect.add(pending);
            return;
        }
        for (var event : pending.firsts()) {
            long stored = sequences.last(event.aggregate());
            long before = sending.getOrDefault(event.aggregate(), stored);
            if (event.sequence() <= stored || event.sequence() > before + 1) {
                suspect.add(pending);
                return;
            }
        }
        pending.events().forEach(event -> sending.put(event.aggregate(), event.sequence()));
        keys.addAll(pending.keys());
        ready.add(pending);
    }

    private static void askForPredecessors(List<Pending> open, Sequences sequences, Commits commits) {
        Map<String, StoredEvent> unknown = new HashMap<>();
        for (var pending : open) {
            for (var event : pending.firsts()) {
                if (event.sequence() > 0 && sequences.last(event.aggregate()) < event.sequence() - 1) {
                    unknown.put(event.storeKeyBefore(), event);
                }
            }
        }
        if (!unknown.isEmpty()) {
            sequences.askPredecessors(commits, unknown);
        }
    }
}
