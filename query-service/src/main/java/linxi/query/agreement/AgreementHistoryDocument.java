package linxi.query.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import linxi.events.IncomePath;
import org.jspecify.annotations.Nullable;

/**
 * How an agreement came to be what it is.
 *
 * @param history in the order of the log
 */
public record AgreementHistoryDocument(List<Moment> history) {
    /**
     * One event.
     *
     * @param event its stable name
     * @param by the acting party
     * @param version of a publication or amendment
     * @param validFrom of the same
     * @param validTo of the end: the last day in force
     * @param paths basis points, of a publication or amendment
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Moment(
            String event,
            Instant at,
            Instant recordedAt,
            long position,
            @Nullable String by,
            @Nullable Integer version,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            @Nullable SortedMap<IncomePath, Integer> paths) {}

    AgreementHistoryDocument then(Moment moment) {
        var longer = new ArrayList<>(history);
        longer.add(moment);
        return new AgreementHistoryDocument(List.copyOf(longer));
    }
}
