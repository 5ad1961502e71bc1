package linxi.query.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import linxi.events.BaseUnit;
import linxi.events.BusinessDay;
import linxi.events.Money;
import org.jspecify.annotations.Nullable;

/** What stands in one place of a table. */
public sealed interface Cell {
    Cell EMPTY = new Empty();

    record Empty() implements Cell {}

    record Text(String text) implements Cell {}

    /** A number with as many decimals as its scale says. */
    record Figure(BigDecimal number) implements Cell {}

    record Day(LocalDate day) implements Cell {}

    /** A time of day in Asia/Shanghai. */
    record Moment(LocalDateTime at) implements Cell {}

    static Cell text(@Nullable String text) {
        return text == null ? EMPTY : new Text(text);
    }

    static Cell of(BigDecimal number) {
        return new Figure(number);
    }

    static Cell count(long count) {
        return new Figure(BigDecimal.valueOf(count));
    }

    /** Yuan with two decimals: exact, because the digits of the fen are only cut in two. */
    static Cell yuan(Money money) {
        return new Figure(BigDecimal.valueOf(money.fen(), 2));
    }

    /** Kilograms with three decimals, or pieces. */
    static Cell amount(long amount, BaseUnit unit) {
        return switch (unit) {
            case GRAM -> new Figure(BigDecimal.valueOf(amount, 3));
            case PIECE -> count(amount);
        };
    }

    static Cell day(@Nullable LocalDate day) {
        return day == null ? EMPTY : new Day(day);
    }

    static Cell moment(Instant at) {
        return new Moment(at.atZone(BusinessDay.ZONE).toLocalDateTime().truncatedTo(ChronoUnit.SECONDS));
    }
}
