package linxi.query.screen.scan;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import linxi.access.AccessRefused;
import linxi.access.Role;
import linxi.access.gate.Access;
import linxi.events.LotId;
import linxi.events.PartyId;
import linxi.events.ShipmentId;
import linxi.query.Named;
import linxi.query.QueryRule;
import linxi.query.Refused;
import linxi.query.lot.LotDocument;
import linxi.query.shipment.ShipmentSummary;
import linxi.query.shipment.Shipments.Sides;
import linxi.query.trace.TraceCode;
import linxi.query.web.Answers;
import linxi.query.web.Confined;
import org.jspecify.annotations.Nullable;

/** Where a code leads its reader. */
final class Ways {
    /** Of one lot, the last that took some of it. */
    private static final int MOST = 200;

    private Ways() {}

    /** @param address of a page of ours */
    record Way(String code, String address) {}

    /**
     * The way of the first of them that is of something.
     *
     * @throws Refused where none is
     * @throws AccessRefused where it is of another organisation's shipment
     */
    static Way of(List<TraceCode> meant, HttpServletRequest http, Answers answers) {
        for (var code : meant) {
            var address = switch (code.kind()) {
                case SHIPMENT -> shipment(new ShipmentId(code.id()), http, answers);
                case LOT -> lot(new LotId(code.id()), http, answers);
            };
            if (address != null) {
                return new Way(code.text(), address);
            }
        }
        throw new Refused(QueryRule.NO_SUCH_ID, null, meant.getFirst().id());
    }

    /** The reader's own shipments under way that hold some of a lot. */
    static List<ShipmentSummary> holding(LotDocument lot, HttpServletRequest http, Answers answers) {
        var taken = lot.taken();
        var ids = taken.subList(Math.max(0, taken.size() - MOST), taken.size()).stream()
                .map(LotDocument.Taken::shipment)
                .toList();
        var own = sides(http);
        return answers.shipments().newestOf(lot.origin(), ids).stream()
                .filter(it -> it.state().isUnderWay())
                .filter(it -> is(own.origin(), it.origin()) && is(own.market(), it.market()))
                .toList();
    }

    /** What the reader is confined to. */
    static Sides sides(HttpServletRequest http) {
        var access = Access.of(http);
        var own = access.own();
        boolean receives = access.caller() != null && access.caller().role() == Role.RECEIVER;
        return receives ? new Sides(null, own) : new Sides(own, null);
    }

    private static boolean is(@Nullable PartyId own, Named party) {
        return own == null || own.value().equals(party.id());
    }

    private static @Nullable String shipment(ShipmentId id, HttpServletRequest http, Answers answers) {
        var found = answers.shipments().find(id);
        return found == null ? null : Confined.own(http, address(id), named(found.origin()), named(found.market()));
    }

    private static Named named(PartyId id) {
        return new Named(id.value(), null);
    }

    private static @Nullable String lot(LotId id, HttpServletRequest http, Answers answers) {
        var lot = answers.lots().find(id);
        if (lot == null) {
            return null;
        }
        var holding = holding(lot, http, answers);
        return switch (holding.size()) {
            case 0 -> "/t/" + new TraceCode(TraceCode.Kind.LOT, id.value()).text();
            case 1 -> address(holding.getFirst().id());
            default -> "/scan?lot=" + id.value();
        };
    }

    /** With the buttons of a receipt in view. */
    static String address(ShipmentId id) {
        return "/shipments/" + id.value() + "#receive";
    }
}
