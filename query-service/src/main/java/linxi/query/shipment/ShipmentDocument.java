package linxi.query.shipment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import linxi.events.BaseUnit;
import linxi.events.Channel;
import linxi.events.LotId;
import linxi.events.Money;
import linxi.events.PartyId;
import linxi.events.SettlementId;
import linxi.events.ShipmentEvent.ShipmentLogged;
import linxi.events.ShipmentId;
import linxi.events.ShipmentKind;
import org.jspecify.annotations.Nullable;

/**
 * A shipment as it stands, and how it came there.
 *
 * @param gross Σ accepted × price
 * @param settlement the one it is in; null where it is in none
 * @param answer the origin's to a discrepancy, AGREED or DISPUTED; null where none stands
 * @param receivedOn the day of the final receipt
 * @param position of its first event; with {@code at} the order of lists
 */
public record ShipmentDocument(
        ShipmentId id,
        PartyId origin,
        PartyId market,
        ShipmentKind kind,
        Channel channel,
        ShipmentState state,
        List<ShipmentLine> lines,
        Money gross,
        boolean settled,
        @Nullable SettlementId settlement,
        @Nullable Answer answer,
        @Nullable String vehicle,
        @Nullable LocalDate receivedOn,
        Instant at,
        long position,
        List<ShipmentMoment> history) {

    /** What the origin said to a discrepancy. */
    public enum Answer {
        AGREED,
        DISPUTED
    }

    static ShipmentDocument of(ShipmentLogged e, ShipmentMoment first) {
        var lines = e.lines().stream().map(ShipmentLine::of).toList();
        return new ShipmentDocument(
                e.shipment(),
                e.origin(),
                e.market(),
                e.kind(),
                e.channel(),
                ShipmentState.LOGGED,
                lines,
                Money.ZERO,
                false,
                null,
                null,
                null,
                null,
                e.at(),
                first.position(),
                List.of(first));
    }

    BaseUnit unitOf(LotId lot) {
        for (var line : lines) {
            if (line.lot().equals(lot)) {
                return line.unit();
            }
        }
        throw new IllegalArgumentException("no line of " + lot + " in " + id);
    }

    ShipmentDocument now(ShipmentState next) {
        return new ShipmentDocument(
                id,
                origin,
                market,
                kind,
                channel,
                next,
                lines,
                gross,
                settled,
                settlement,
                answer,
                vehicle,
                receivedOn,
                at,
                position,
                history);
    }

    ShipmentDocument inVehicle(@Nullable String named) {
        return new ShipmentDocument(
                id,
                origin,
                market,
                kind,
                channel,
                state,
                lines,
                gross,
                settled,
                settlement,
                answer,
                named,
                receivedOn,
                at,
                position,
                history);
    }

    ShipmentDocument receivedOn(LocalDate day) {
        return new ShipmentDocument(
                id,
                origin,
                market,
                kind,
                channel,
                state,
                lines,
                gross,
                settled,
                settlement,
                answer,
                vehicle,
                day,
                at,
                position,
                history);
    }

    ShipmentDocument answered(@Nullable Answer said) {
        return new ShipmentDocument(
                id,
                origin,
                market,
                kind,
                channel,
                state,
                lines,
                gross,
                settled,
                settlement,
                said,
                vehicle,
                receivedOn,
                at,
                position,
                history);
    }

    ShipmentDocument settledIn(@Nullable SettlementId in) {
        return new ShipmentDocument(
                id,
                origin,
                market,
                kind,
                channel,
                state,
                lines,
                gross,
                in != null,
                in,
                answer,
                vehicle,
                receivedOn,
                at,
                position,
                history);
    }

    /** Changes the line of one lot; gross follows. */
    ShipmentDocument line(LotId lot, UnaryOperator<ShipmentLine> change) {
        return lines(line -> line.lot().equals(lot) ? change.apply(line) : line);
    }

    ShipmentDocument lines(UnaryOperator<ShipmentLine> change) {
        var changed = lines.stream().map(change).toList();
        var sum = changed.stream().map(ShipmentLine::gross).reduce(Money.ZERO, Money::plus);
        return new ShipmentDocument(
                id,
                origin,
                market,
                kind,
                channel,
                state,
                changed,
                sum,
                settled,
                settlement,
                answer,
                vehicle,
                receivedOn,
                at,
                position,
                history);
    }

    ShipmentDocument then(ShipmentMoment moment) {
        var longer = new ArrayList<>(history);
        longer.add(moment);
        return new ShipmentDocument(
                id,
                origin,
                market,
                kind,
                channel,
                state,
                lines,
                gross,
                settled,
                settlement,
                answer,
                vehicle,
                receivedOn,
                at,
                position,
                List.copyOf(longer));
    }
}
