package linxi.query.feed;

import java.util.HashSet;
import java.util.List;

/** Folds batches into the documents of every projection. */
final class Projector {
    private final List<? extends Folder<?>> folders;

    /** @throws IllegalArgumentException where two projections have one name */
    Projector(Store store, List<? extends Projection<?>> projections) {
        var names = new HashSet<String>();
        for (var projection : projections) {
            if (!names.add(projection.name())) {
                throw new IllegalArgumentException("two projections are called '" + projection.name() + "'");
            }
        }
        this.folders = projections.stream()
                .map(projection -> new Folder<>(projection, store))
                .toList();
    }

    /**
     * @param batch of each key in the order of positions
     * @throws Poisoned where an event cannot be folded; the documents of other projections may be written then
     */
    void fold(List<Incoming> batch) {
        folders.forEach(folder -> folder.fold(batch));
    }
}
