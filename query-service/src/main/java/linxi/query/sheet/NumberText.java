package linxi.query.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Numbers as Excel shows them. It keeps them as binary fractions, and shows 15 digits: 3.6000000000000001 is 3.6. */
final class NumberText {
    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final int MOST_DIGITS = 40;
    private static final BigDecimal SECONDS = BigDecimal.valueOf(86_400);
    /** The last day of the year 9999. */
    private static final BigDecimal LAST = BigDecimal.valueOf(2_958_466);

    private static final LocalDate BEFORE_1900 = LocalDate.of(1899, 12, 30);
    private static final LocalDate IN_1904 = LocalDate.of(1904, 1, 1);
    private static final DateTimeFormatter TIME_OF_DAY = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final CellStyles styles;
    private final boolean from1904;

    NumberText(CellStyles styles, boolean from1904) {
        this.styles = styles;
        this.from1904 = from1904;
    }

    /** @throws NumberFormatException where it is no number */
    String of(String raw, @Nullable String style) {
        var number = new BigDecimal(raw.strip());
        if (Math.abs((long) number.precision() - number.scale()) > MOST_DIGITS) {
            return raw; // too large, or too small, to be anything
        }
        return switch (styles.of(style)) {
            case NUMBER -> plain(number);
            case PERCENT -> plain(number.movePointRight(2)) + "%";
            case TIME -> number.signum() >= 0 && number.compareTo(LAST) < 0 ? time(number) : plain(number);
        };
    }

    private static String plain(BigDecimal number) {
        var shown = number.round(SHOWN);
        return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
    }

    /** Days since 1900, where the 29th of February 1900 is thought to have been, or 1904; parts of a day to the second. */
    private String time(BigDecimal serial) {
        var seconds = serial.multiply(SECONDS).setScale(0, RoundingMode.HALF_UP).longValueExact();
        long days = seconds / SECONDS.longValue();
        var time = LocalTime.ofSecondOfDay(seconds % SECONDS.longValue());
        if (days == 0 && !from1904) {
            return TIME_OF_DAY.format(time);
        }
        var day = from1904 ? IN_1904.plusDays(days) : BEFORE_1900.plusDays(days < 60 ? days + 1 : days);
        return time.equals(LocalTime.MIDNIGHT) ? day.toString() : MOMENT.format(LocalDateTime.of(day, time));
    }
}
