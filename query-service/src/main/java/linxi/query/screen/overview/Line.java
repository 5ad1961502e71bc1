package linxi.query.screen.overview;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import linxi.events.Channel;
import linxi.query.Days;
import linxi.query.Named;
import linxi.query.income.IncomeAnswer;
import linxi.query.sales.SalesAnswer;
import linxi.query.sales.SalesDimension;
import linxi.query.sales.SalesGroup;
import linxi.query.screen.Reader;
import linxi.query.screen.Shown;
import linxi.query.screen.drill.DrillLink;
import org.jspecify.annotations.Nullable;

/**
 * One line of a table: how much was sold, for how much, and its part of the whole.
 *
 * @param key tells it from the others while the page lives
 * @param name in the reader's language; a constant or a month as it is, for the page to translate
 * @param percent of a bar's length, 0 to 100
 * @param fen for a chart
 * @param link to the list under it; null where there is nothing
 */
record Line(
        String key,
        String name,
        Shown quantity,
        Shown gross,
        Shown averagePrice,
        int percent,
        long fen,
        @Nullable String link) {
    /** One path of income. */
    record Earned(String name, Shown income, String households, int percent, long fen, String link, String earners) {}

    /** By product or market. */
    static List<Line> of(SalesAnswer answer, SalesDimension by, Days days, Reader reader) {
        var parameter = parameter(by);
        return answer.groups().stream()
                .map(group -> {
                    var named = (Named) group.key().get(parameter);
                    var link = DrillLink.sales(days).with(parameter, named == null ? null : named.id());
                    return line(
                            named == null ? "" : named.id(), name(named, reader), group.sums(), answer, link, reader);
                })
                .toList();
    }

    static String name(@Nullable Named named, Reader reader) {
        return named == null ? "–" : reader.name(named);
    }

    static String parameter(SalesDimension by) {
        return by.name().toLowerCase(Locale.ROOT);
    }

    /** The six channels, whether or not anything went through them, and what went elsewhere. */
    static List<Line> channels(SalesAnswer answer, Days days, Reader reader) {
        return Arrays.stream(Channel.values())
                .flatMap(channel -> {
                    var link = DrillLink.sales(days).with("channel", channel);
                    return answer.groups().stream()
                            .filter(group -> channel.name().equals(group.key().get("channel")))
                            .findFirst()
                            .map(group ->
                                    Stream.of(line(channel.name(), channel.name(), group.sums(), answer, link, reader)))
                            .orElseGet(() -> channel == Channel.OTHER
                                    ? Stream.empty()
                                    : Stream.of(nothing(channel.name(), reader)));
                })
                .toList();
    }

    private static Line nothing(String name, Reader reader) {
        var none = SalesGroup.nothing();
        var figures = reader.figures();
        var dash = figures.amounts(none.quantities());
        return new Line(name, name, dash, dash, dash, 0, 0, null);
    }

    /** By day or month, the oldest first. */
    static List<Line> times(SalesAnswer answer, boolean daily, Days within, Reader reader) {
        return answer.groups().stream()
                .map(group -> {
                    var name = String.valueOf(group.key().get(daily ? "day" : "month"));
                    var days = daily ? day(name) : month(name, within);
                    return line(name, name, group.sums(), answer, DrillLink.sales(days), reader);
                })
                .toList();
    }

    private static Days day(String name) {
        var day = LocalDate.parse(name);
        return new Days(day, day);
    }

    /** Its days, as far as they are asked about. */
    private static Days month(String name, Days within) {
        var month = YearMonth.parse(name);
        var from = month.atDay(1);
        var to = month.atEndOfMonth();
        return new Days(
                within.from() != null && within.from().isAfter(from) ? within.from() : from,
                within.to() != null && within.to().isBefore(to) ? within.to() : to);
    }

    static List<Earned> paths(IncomeAnswer answer, Days days, Reader reader) {
        var figures = reader.figures();
        long whole = answer.total().income().fen();
        return answer.groups().stream()
                .map(group -> {
                    var name = String.valueOf(group.key().get("path"));
                    long fen = group.sum().income().fen();
                    return new Earned(
                            name,
                            figures.money(group.sum().income()),
                            figures.count(group.sum().households()),
                            percent(fen, whole),
                            fen,
                            DrillLink.income(days).with("path", name).address(),
                            DrillLink.earners(days).with("path", name).address());
                })
                .toList();
    }

    /** Those that brought most. */
    static List<Line> top(List<Line> lines, int most) {
        return lines.stream()
                .sorted(Comparator.comparingLong(Line::fen).reversed())
                .limit(most)
                .toList();
    }

    private static Line line(
            String key, String name, SalesGroup sums, SalesAnswer answer, DrillLink link, Reader reader) {
        var figures = reader.figures();
        long fen = sums.gross().fen();
        return new Line(
                key,
                name,
                figures.amounts(sums.quantities()),
                figures.money(sums.gross()),
                figures.averages(sums.averagePrice()),
                percent(fen, answer.total().gross().fen()),
                fen,
                link.address());
    }

    private static int percent(long part, long whole) {
        return whole <= 0 ? 0 : Math.clamp((200 * part + whole) / (2 * whole), 0, 100);
    }
}
