package linxi.query.feed;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import linxi.query.mongo.Stored;

/**
 * Documents as this consumer wrote them last, to save reading them again. One that another consumer has changed since
 * costs a failed fence, never a wrong document.
 */
final class Hot<D> {
    private static final int DOCUMENTS = 2_000;

    private final Cache<Place, Stored<D>> documents =
            Caffeine.newBuilder().maximumSize(DOCUMENTS).build();

    Map<Place, Stored<D>> among(Collection<Place> places) {
        return documents.getAllPresent(places);
    }

    void keep(List<Stored<D>> written) {
        written.forEach(stored -> documents.put(place(stored), stored));
    }

    void forget(List<Stored<D>> stale) {
        stale.forEach(stored -> documents.invalidate(place(stored)));
    }

    private static Place place(Stored<?> stored) {
        return new Place(stored.key(), stored.id());
    }
}
