package linxi.query.sharing;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import linxi.events.HouseholdKey;

/**
 * What the carries of one path of an agreement were after a settlement's decision.
 *
 * @param moves in the order of the log
 * @param whole false where there were more than a document may hold
 */
public record CarriedDocument(List<Move> moves, boolean whole) {
    static final CarriedDocument NONE = new CarriedDocument(List.of(), true);

    /** @param carries micro-fen, of the households that moved */
    public record Move(long position, SortedMap<HouseholdKey, Long> carries) {}

    CarriedDocument with(long position, SortedMap<HouseholdKey, Long> carries) {
        int size = carries.size();
        for (var move : moves) {
            size += move.carries().size();
        }
        if (size > PoolDocument.MOST) {
            return new CarriedDocument(moves, false);
        }
        var all = new ArrayList<>(moves);
        all.add(new Move(position, carries));
        return new CarriedDocument(List.copyOf(all), whole);
    }
}
