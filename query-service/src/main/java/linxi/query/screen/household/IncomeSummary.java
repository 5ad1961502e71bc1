package linxi.query.screen.household;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import linxi.events.IncomePath;
import linxi.events.PartyId;
import linxi.query.Days;
import linxi.query.Named;
import linxi.query.income.CountedStatus;
import linxi.query.income.IncomeAnswer;
import linxi.query.income.IncomeDimension;
import linxi.query.screen.Reader;
import linxi.query.screen.Shown;
import org.jspecify.annotations.Nullable;

/**
 * Income of some days by one thing; every line leads to the households that are counted in it.
 *
 * @param kind such as {@code village}, in keys of the texts
 * @param export the same as a file
 */
record IncomeSummary(String kind, List<Line> lines, String export) {
    static final List<IncomeDimension> DIMENSIONS =
            List.of(IncomeDimension.PATH, IncomeDimension.VILLAGE, IncomeDimension.STATUS, IncomeDimension.MONTH);

    /**
     * @param name a constant where the page has a text for it
     * @param address null where there is nothing to choose by
     * @param percent of the whole, 0 to 100
     */
    record Line(String name, @Nullable String address, Shown income, String households, int percent) {}

    static List<IncomeSummary> of(Map<IncomeDimension, IncomeAnswer> answers, HouseholdQuery query, Reader reader) {
        return answers.entrySet().stream()
                .map(it -> of(it.getKey(), it.getValue(), query, reader))
                .toList();
    }

    private static IncomeSummary of(
            IncomeDimension dimension, IncomeAnswer answer, HouseholdQuery query, Reader reader) {
        var kind = dimension.name().toLowerCase(Locale.ROOT);
        long whole = answer.total().income().fen();
        var lines = answer.groups().stream()
                .map(group -> line(group, group.key().get(kind), dimension, whole, query, reader))
                .toList();
        var export = query.sameDays("/export/income.xlsx");
        return new IncomeSummary(kind, lines, export + (export.contains("?") ? "&" : "?") + "groupBy=" + kind);
    }

    private static Line line(
            IncomeAnswer.Group group,
            @Nullable Object value,
            IncomeDimension dimension,
            long whole,
            HouseholdQuery query,
            Reader reader) {
        return new Line(
                switch (value) {
                    case null -> "–";
                    case Named named -> reader.name(named);
                    case Object constant -> constant.toString();
                },
                address(value, dimension, query),
                reader.figures().money(group.sum().income()),
                reader.figures().count(group.sum().households()),
                percent(group.sum().income().fen(), whole));
    }

    private static @Nullable String address(@Nullable Object value, IncomeDimension dimension, HouseholdQuery query) {
        return switch (value) {
            case null -> null;
            case Named village -> query.in(new PartyId(village.id())).address();
            case Object constant ->
                switch (dimension) {
                    case PATH ->
                        query.with(IncomePath.valueOf(constant.toString())).address();
                    case STATUS ->
                        query.of(CountedStatus.valueOf(constant.toString())).address();
                    case MONTH ->
                        query.on(within(YearMonth.parse(constant.toString()), query.days()))
                                .address();
                    case ORIGIN, PRODUCT, VILLAGE -> null;
                };
        };
    }

    /** The days of a month that were asked for. */
    private static Days within(YearMonth month, Days asked) {
        LocalDate from = month.atDay(1);
        LocalDate to = month.atEndOfMonth();
        return new Days(
                asked.from() != null && asked.from().isAfter(from) ? asked.from() : from,
                asked.to() != null && asked.to().isBefore(to) ? asked.to() : to);
    }

    private static int percent(long part, long whole) {
        return whole <= 0 ? 0 : Math.clamp((200 * part + whole) / (2 * whole), 0, 100);
    }
}
