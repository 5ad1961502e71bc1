package linxi.events;

import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** What makes {@link HouseholdAmounts} a sorted map, as events are declared with: everything by position. */
@SuppressWarnings("JdkObsolete") // Nobody navigates in events.
abstract sealed class ByHousehold extends AbstractMap<HouseholdKey, Long> implements SortedMap<HouseholdKey, Long>
        permits HouseholdAmounts {
    abstract HouseholdKey household(int index);

    abstract long amount(int index);

    /** Where a household is; where it is not, −1 less where it would be. */
    abstract int place(HouseholdKey household);

    abstract ByHousehold slice(int from, int to);

    @Override
    public @Nullable Long get(@Nullable Object household) {
        int place = household instanceof HouseholdKey key ? place(key) : -1;
        return place < 0 ? null : Long.valueOf(amount(place));
    }

    @Override
    public boolean containsKey(@Nullable Object household) {
        return get(household) != null;
    }

    @Override
    public @Nullable Comparator<? super HouseholdKey> comparator() {
        return null;
    }

    @Override
    public HouseholdKey firstKey() {
        return keySet().iterator().next();
    }

    @Override
    public HouseholdKey lastKey() {
        if (isEmpty()) {
            throw new NoSuchElementException("no household");
        }
        return household(size() - 1);
    }

    @Override
    public ByHousehold subMap(HouseholdKey from, HouseholdKey to) {
        return slice(start(from), start(to));
    }

    @Override
    public ByHousehold headMap(HouseholdKey to) {
        return slice(0, start(to));
    }

    @Override
    public ByHousehold tailMap(HouseholdKey from) {
        return slice(start(from), size());
    }

    private int start(HouseholdKey household) {
        int place = place(household);
        return place < 0 ? -place - 1 : place;
    }

    @Override
    public Set<Entry<HouseholdKey, Long>> entrySet() {
        var entries = new AbstractList<Entry<HouseholdKey, Long>>() {
            @Override
            public Entry<HouseholdKey, Long> get(int index) {
                return Map.entry(household(index), amount(index));
            }

            @Override
            public int size() {
                return ByHousehold.this.size();
            }
        };
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<HouseholdKey, Long>> iterator() {
                return entries.iterator();
            }

            @Override
            public int size() {
                return entries.size();
            }
        };
    }
}
