package linxi.query.feed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import linxi.query.mongo.Stored;
import org.jspecify.annotations.Nullable;

/**
 * Folds batches into the documents of one projection. Whatever was folded before is skipped by the position that each
 * document carries, so a batch may be repeated, as a whole or with other boundaries, by anybody.
 */
final class Folder<D> {
    /** A fence fails only when another consumer wrote, and each of its writes brings the document further. */
    private static final int ATTEMPTS = 20;

    private final Projection<D> projection;
    private final Store store;
    private final Hot<D> hot = new Hot<>();

    Folder(Projection<D> projection, Store store) {
        this.projection = projection;
        this.store = store;
    }

    /**
     * Only finds out which documents it is about.
     *
     * @param batch of each key in the order of positions
     */
    Folding begin(List<Incoming> batch) {
        var folding = new Folding();
        folding.touch(batch);
        return folding;
    }

    /** One batch in this projection's documents: {@link #change}, then {@link #write}. */
    final class Folding {
        private final Map<Place, List<Incoming>> touched = new LinkedHashMap<>();
        private final List<Stored<D>> changed = new ArrayList<>();
        private final List<Poison> poisons = new ArrayList<>();

        /** Whether the batch is of no concern here. */
        boolean isEmpty() {
            return touched.isEmpty() && poisons.isEmpty();
        }

        /** The events that cannot be folded; while there is one, nothing must be written. */
        List<Poison> poisons() {
            return poisons;
        }

        /**
         * Where documents cannot be stored, their events are poison now, and some other documents may have been stored.
         *
         * @throws IllegalStateException where others keep writing the same documents
         */
        void write() {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                if (changed.isEmpty() || !poisons.isEmpty() || written()) {
                    return;
                }
                change();
            }
            throw new IllegalStateException("somebody else keeps writing " + projection.name());
        }

        private void touch(List<Incoming> batch) {
            for (var incoming : batch) {
                try {
                    for (var id : projection.documents(incoming.event())) {
                        var place = new Place(incoming.envelope().key(), id);
                        touched.computeIfAbsent(place, _ -> new ArrayList<>()).add(incoming);
                    }
                } catch (RuntimeException | Error e) {
                    poisons.add(poison(incoming, e));
                }
            }
        }

        /** Reads what it does not know, and folds. */
        void change() {
            changed.clear();
            try {
                var before = before(touched.keySet());
                touched.forEach((place, events) -> change(before.get(place), place, events));
            } catch (BadDocument bad) {
                poisons.add(culprit(bad));
            }
        }

        private void change(@Nullable Stored<D> before, Place place, List<Incoming> events) {
            try {
                var after = after(before, place, events);
                if (after != null) {
                    changed.add(after);
                }
            } catch (Poisoned poisoned) {
                poisons.add(poisoned.poison());
            }
        }

        private boolean written() {
            hot.forget(changed);
            try {
                boolean all = store.write(projection, changed);
                if (all) {
                    hot.keep(changed);
                }
                return all;
            } catch (BadDocument bad) {
                poisons.add(culprit(bad));
                return false;
            }
        }

        /** The first event that makes a document a bad one. */
        private Poison culprit(BadDocument bad) {
            var place = bad.place();
            var events = Objects.requireNonNull(touched.get(place));
            int taken = 0;
            try {
                var before = before(List.of(place)).get(place);
                while (taken < events.size() - 1) {
                    var after = after(before, place, events.subList(0, taken + 1));
                    if (after != null) {
                        store.check(projection, after);
                    }
                    taken++;
                }
            } catch (BadDocument first) {
                return poison(events.get(taken), first);
            }
            return poison(events.get(taken), bad);
        }
    }

    private Map<Place, Stored<D>> before(Collection<Place> places) {
        var before = new HashMap<>(hot.among(places));
        var cold = places.stream().filter(place -> !before.containsKey(place)).toList();
        if (!cold.isEmpty()) {
            before.putAll(store.read(projection, cold));
        }
        return before;
    }

    private @Nullable Stored<D> after(@Nullable Stored<D> before, Place place, List<Incoming> events) {
        D document = before == null ? null : before.document();
        long position = before == null ? 0 : before.position();
        boolean changed = false;
        for (var incoming : events) {
            if (incoming.position() > position) {
                var next = folded(document, place.id(), incoming);
                if (next != document) {
                    document = next;
                    position = incoming.position();
                    changed = true;
                }
            }
        }
        if (!changed || document == null) {
            return null;
        }
        return new Stored<>(place.key(), place.id(), position, before == null ? 1 : before.revision() + 1, document);
    }

    private D folded(@Nullable D before, String id, Incoming incoming) {
        try {
            return Objects.requireNonNull(
                    projection.fold(before, id, incoming.envelope(), incoming.event()), "folded into nothing");
        } catch (RuntimeException | Error e) {
            throw new Poisoned(poison(incoming, e), e);
        }
    }

    /** @throws Error where what was thrown does not speak against the event */
    private Poison poison(Incoming incoming, Throwable thrown) {
        if (thrown instanceof Error error && !Poison.is(thrown)) {
            throw error;
        }
        return Poison.of(incoming.position(), projection.name(), thrown);
    }
}
