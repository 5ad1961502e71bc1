package linxi.command.settlement;

import java.util.Optional;
import java.util.function.UnaryOperator;
import linxi.events.SettlementEvent;
import linxi.events.SettlementEvent.GoodsReturned;
import linxi.events.SettlementEvent.IncomeAttributed;
import linxi.events.SettlementEvent.IncomeReversed;
import linxi.events.SettlementEvent.SettlementAgreed;
import linxi.events.SettlementEvent.SettlementOpened;
import linxi.events.SettlementEvent.SettlementPaid;
import linxi.events.SettlementEvent.SettlementReversed;

/** A settlement as its rules see it: OPEN → AGREED → PAID, and REVERSED from any of them. */
public sealed interface Settlement {
    static Settlement unknown() {
        return new Unknown();
    }

    record Unknown() implements Settlement {}

    record Open(SettlementOpened opened) implements Settlement {}

    record Shared(Agreed agreed) implements Settlement {}

    record Paid(Agreed agreed) implements Settlement {}

    record Reversed(SettlementOpened opened) implements Settlement {}

    /** How it was opened; empty while it is unknown. */
    default Optional<SettlementOpened> asOpened() {
        return switch (this) {
            case Unknown _ -> Optional.empty();
            case Open(var opened) -> Optional.of(opened);
            case Shared(var agreed) -> Optional.of(agreed.opened());
            case Paid(var agreed) -> Optional.of(agreed.opened());
            case Reversed(var opened) -> Optional.of(opened);
        };
    }

    /** What it shares: in AGREED and PAID only. */
    default Optional<Agreed> asAgreed() {
        return switch (this) {
            case Shared(var agreed) -> Optional.of(agreed);
            case Paid(var agreed) -> Optional.of(agreed);
            case Unknown _, Open _, Reversed _ -> Optional.empty();
        };
    }

    default Settlement after(SettlementEvent event) {
        return switch (event) {
            case SettlementOpened opened -> new Open(opened);
            case SettlementAgreed agreed ->
                asOpened()
                        .<Settlement>map(opened -> new Shared(Agreed.of(opened, agreed)))
                        .orElse(this);
            case IncomeAttributed part -> change(agreed -> agreed.plus(IncomeEvents.part(part)));
            case SettlementPaid paid ->
                asAgreed()
                        .<Settlement>map(agreed -> new Paid(agreed.at(paid.at())))
                        .orElse(this);
            case GoodsReturned returned -> change(agreed -> agreed.less(returned));
            case IncomeReversed part -> change(agreed -> agreed.plus(IncomeEvents.part(part)));
            case SettlementReversed _ ->
                asOpened().<Settlement>map(Reversed::new).orElse(this);
        };
    }

    private Settlement change(UnaryOperator<Agreed> change) {
        return switch (this) {
            case Shared(var agreed) -> new Shared(change.apply(agreed));
            case Paid(var agreed) -> new Paid(change.apply(agreed));
            case Unknown _, Open _, Reversed _ -> this;
        };
    }
}
