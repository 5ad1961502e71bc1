package linxi.query.feed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
     * @param batch of each key in the order of positions
     * @throws Poisoned where the projection fails; nothing of this batch is written then
     * @throws IllegalStateException where others keep writing the same documents
     */
    void fold(List<Incoming> batch) {
        var touched = touched(batch);
        for (int attempt = 0; !touched.isEmpty(); attempt++) {
            if (attempt == ATTEMPTS) {
                throw new IllegalStateException("somebody else keeps writing " + projection.name());
            }
            var changed = changed(touched);
            if (changed.isEmpty() || written(changed)) {
                return;
            }
        }
    }

    private Map<Place, List<Incoming>> touched(List<Incoming> batch) {
        var touched = new LinkedHashMap<Place, List<Incoming>>();
        for (var incoming : batch) {
            try {
                for (var id : projection.documents(incoming.event())) {
                    var place = new Place(incoming.envelope().key(), id);
                    touched.computeIfAbsent(place, _ -> new ArrayList<>()).add(incoming);
                }
            } catch (RuntimeException e) {
                throw new Poisoned(incoming.position(), e);
            }
        }
        return touched;
    }

    private List<Stored<D>> changed(Map<Place, List<Incoming>> touched) {
        var before = before(touched.keySet());
        var changed = new ArrayList<Stored<D>>();
        touched.forEach((place, events) -> {
            var after = after(before.get(place), place, events);
            if (after != null) {
                changed.add(after);
            }
        });
        return changed;
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
                document = folded(document, place.id(), incoming);
                position = incoming.position();
                changed = true;
            }
        }
        if (!changed || document == null) {
            return null;
        }
        return new Stored<>(place.key(), place.id(), position, before == null ? 1 : before.revision() + 1, document);
    }

    private D folded(@Nullable D before, String id, Incoming incoming) {
        try {
            return projection.fold(before, id, incoming.envelope(), incoming.event());
        } catch (RuntimeException e) {
            throw new Poisoned(incoming.position(), e);
        }
    }

    private boolean written(List<Stored<D>> changed) {
        hot.forget(changed);
        if (store.write(projection, changed)) {
            hot.keep(changed);
            return true;
        }
        return false;
    }
}
