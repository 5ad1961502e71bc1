package linxi.command.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import linxi.command.axon.PreviewedSettlement;
import linxi.events.IncomePath;
import linxi.events.Money;
import linxi.events.Name;
import linxi.events.PartyId;
import linxi.events.SettlementEvent.Deduction;
import linxi.events.SettlementId;
import linxi.events.ShipmentId;
import org.jspecify.annotations.Nullable;

/** What {@code GET /api/settlements/{id}} would show after both sides agreed; it has no id and no history yet. */
record PreviewAnswer(
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable SettlementId id,
        String state,
        Side origin,
        Side market,
        Instant at,
        Money gross,
        List<Deduction> deductions,
        Money net,
        Money returned,
        List<ShipmentId> shipments,
        SortedMap<IncomePath, Money> attributed,
        Money unattributed,
        List<String> history) {

    /** One of the two parties. */
    record Side(
            PartyId id,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Name name) {}

    static PreviewAnswer of(PreviewedSettlement previewed) {
        var opened = previewed.preview().opened();
        var income = previewed.preview().attributed().income();
        var attributed = new TreeMap<IncomePath, Money>();
        for (var paid : income.pools()) {
            attributed.merge(paid.pool().path(), paid.pool().amount(), Money::plus);
        }
        return new PreviewAnswer(
                null,
                "AGREED",
                new Side(opened.origin(), previewed.originName()),
                new Side(opened.market(), previewed.marketName()),
                opened.at(),
                opened.gross(),
                opened.deductions(),
                opened.net(),
                Money.ZERO,
                opened.shipments(),
                attributed,
                income.unattributed(),
                List.of());
    }
}
