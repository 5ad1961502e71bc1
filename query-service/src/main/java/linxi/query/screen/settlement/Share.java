package linxi.query.screen.settlement;

import java.util.ArrayList;
import java.util.List;
import linxi.query.screen.Reader;
import linxi.query.screen.Shown;
import linxi.query.settlement.SettlementAnswer;
import org.jspecify.annotations.Nullable;

/**
 * What of the net went one way.
 *
 * @param path of income; null for what went to nobody
 * @param percent of the net, for a bar
 */
record Share(@Nullable String path, Shown amount, int percent) {
    /** Of an agreed one; what went to nobody last. */
    static List<Share> of(SettlementAnswer it, Reader reader) {
        var shares = new ArrayList<Share>();
        long net = it.net().fen();
        it.attributed()
                .forEach((path, amount) ->
                        shares.add(new Share(path.name(), reader.figures().money(amount), percent(amount.fen(), net))));
        if (!shares.isEmpty() || it.unattributed().fen() != 0) {
            var nobody = it.unattributed();
            shares.add(new Share(null, reader.figures().money(nobody), percent(nobody.fen(), net)));
        }
        return shares;
    }

    private static int percent(long part, long whole) {
        return whole <= 0 ? 0 : Math.clamp((200 * part + whole) / (2 * whole), 0, 100);
    }
}
