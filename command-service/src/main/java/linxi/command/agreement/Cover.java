package linxi.command.agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import linxi.events.AgreementId;
import linxi.events.CoverEvent;
import linxi.events.CoverEvent.ProductCoverEnded;
import linxi.events.CoverEvent.ProductCovered;
import org.jspecify.annotations.Nullable;

/** Which agreement covers one product of an origin, day by day: at most one. */
public record Cover(List<Span> spans) {
    private static final Cover NONE = new Cover(List.of());

    /** @param to the last day; null while it has no end */
    public record Span(
            AgreementId agreement, LocalDate from, @Nullable LocalDate to) {
        boolean holds(LocalDate day) {
            return !day.isBefore(from) && reaches(day);
        }

        boolean reaches(LocalDate day) {
            return to == null || !day.isAfter(to);
        }
    }

    public Cover {
        spans = List.copyOf(spans);
    }

    public static Cover none() {
        return NONE;
    }

    public Optional<AgreementId> on(LocalDate day) {
        return spans.stream()
                .filter(span -> span.holds(day))
                .map(Span::agreement)
                .findFirst();
    }

    /** The agreement that a new one without an end, in force from {@code day}, would overlap. */
    Optional<AgreementId> inTheWayFrom(LocalDate day) {
        return spans.stream()
                .filter(span -> span.reaches(day))
                .map(Span::agreement)
                .findFirst();
    }

    public Cover after(CoverEvent event) {
        var next = new ArrayList<>(spans);
        switch (event) {
            case ProductCovered covered -> next.add(new Span(covered.agreement(), covered.from(), null));
            case ProductCoverEnded ended ->
                next.replaceAll(span -> span.agreement().equals(ended.agreement())
                        ? new Span(span.agreement(), span.from(), ended.validTo())
                        : span);
        }
        return new Cover(next);
    }
}
