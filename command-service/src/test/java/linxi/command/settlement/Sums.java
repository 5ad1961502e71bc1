package linxi.command.settlement;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import linxi.events.Event;
import linxi.events.IncomePath;
import linxi.events.SettlementEvent.GoodsReturned;
import linxi.events.SettlementEvent.IncomeAttributed;
import linxi.events.SettlementEvent.IncomeLine;
import linxi.events.SettlementEvent.IncomeReversed;
import linxi.events.SettlementEvent.SettlementAgreed;
import linxi.events.SettlementEvent.SettlementReversed;

/** What events come to, added up as a reader of the log would. */
final class Sums {
    final SortedMap<String, Long> byHousehold = new TreeMap<>();
    final SortedMap<IncomePath, Long> byPath = new TreeMap<>();
    final SortedMap<String, Long> entitlements = new TreeMap<>();
    long attributed;
    long unattributed;

    static Sums of(List<Event> events) {
        var sums = new Sums();
        events.forEach(sums::add);
        return sums;
    }

    void add(Event event) {
        switch (event) {
            case SettlementAgreed agreed ->
                unattributed += agreed.unattributed().fen();
            case GoodsReturned returned ->
                unattributed += returned.unattributed().fen();
            case SettlementReversed reversed ->
                unattributed += reversed.unattributed().fen();
            case IncomeAttributed part -> part.lines().forEach(line -> add(part.path(), line));
            case IncomeReversed part -> part.lines().forEach(line -> add(part.path(), line));
            default -> {}
        }
    }

    private void add(IncomePath path, IncomeLine line) {
        attributed += line.fen();
        byPath.merge(path, line.fen(), Long::sum);
        byHousehold.merge(path + " " + line.household(), line.fen(), Long::sum);
        entitlements.merge(path + " " + line.household(), line.entitlement(), Long::sum);
    }
}
