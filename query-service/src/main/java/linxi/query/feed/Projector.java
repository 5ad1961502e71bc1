package linxi.query.feed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Folds batches into the documents of every projection. */
final class Projector {
    private final List<? extends Folder<?>> folders;
    private final Together together;

    /**
     * @param together how several projections read and write their documents
     * @throws IllegalArgumentException where two projections have one name
     */
    Projector(Store store, List<? extends Projection<?>> projections, Together together) {
        this.together = together;
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
     * Every projection folds before any writes, so that of a poisoned event nothing is written as a rule.
     *
     * @param batch of each key in the order of positions
     * @return the events that cannot be folded; then the batch without them has to be folded again
     */
    List<Poison> attempt(List<Incoming> batch) {
        var foldings = new ArrayList<Folder<?>.Folding>();
        for (var folder : folders) {
            var folding = folder.begin(batch);
            if (!folding.isEmpty()) {
                foldings.add(folding);
            }
        }
        together.run(foldings.stream().<Runnable>map(each -> each::change).toList());
        if (foldings.stream().allMatch(each -> each.poisons().isEmpty())) {
            together.run(foldings.stream().<Runnable>map(each -> each::write).toList());
        }
        return foldings.stream().flatMap(each -> each.poisons().stream()).toList();
    }

    /** @throws Poisoned where an event cannot be folded; the documents of other projections may be written then */
    void fold(List<Incoming> batch) {
        var poisons = attempt(batch);
        if (!poisons.isEmpty()) {
            throw new Poisoned(poisons.getFirst(), null);
        }
    }
}
