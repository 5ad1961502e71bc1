package linxi.query.importing;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import linxi.events.BusinessDay;
import org.jspecify.annotations.Nullable;

/** Reads what people write into cells. */
final class Values {
    private static final String DAY = "(\\d{4})(?:[-/.]|年)(\\d{1,2})(?:[-/.]|月)(\\d{1,2})日?";
    private static final Pattern TIME =
            Pattern.compile(DAY + "(?:[T ]*(\\d{1,2})(?:[:]|时|点)(?:(\\d{1,2})(?:(?:[:]|分)(?:(\\d{1,2})秒?)?)?)?)?");
    private static final Pattern ZONED =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:\\d{2})");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,20}(\\.\\d{1,12})?");
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d{1,12})?");
    /** An identity card or mobile number, not inside a longer run of digits: the rule that commands are held to. */
    private static final Pattern PERSONAL = Pattern.compile("(?<!\\d)(?:\\d{17}[\\dXx]|1[3-9]\\d{9})(?!\\d)");

    private Values() {}

    /** Full-width letters and digits as the usual ones, blanks at the ends dropped, those in between as one. */
    static String plain(String text) {
        return written(Normalizer.normalize(text, Normalizer.Form.NFKC));
    }

    /** Every sign as it was written, but for blanks. */
    static String written(String text) {
        return text.replaceAll("[\\s\\p{Z}\\u200b\\ufeff]+", " ").strip();
    }

    /** What counts when words are compared. */
    static String word(String text) {
        return plain(text).replaceAll("[\\s*:：]", "").toLowerCase(Locale.ROOT);
    }

    static boolean isPersonal(String text) {
        return PERSONAL.matcher(plain(text)).find();
    }

    static Optional<LocalDate> day(String text) {
        var matcher = TIME.matcher(plain(text));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return time(matcher)
                .filter(it -> it.toLocalTime().equals(LocalTime.MIDNIGHT))
                .map(LocalDateTime::toLocalDate);
    }

    /** In Shanghai, unless the text says another offset. */
    static Optional<Instant> time(String text) {
        var written = plain(text);
        if (ZONED.matcher(written).matches()) {
            return zoned(written.replace(' ', 'T'));
        }
        var matcher = TIME.matcher(written);
        return matcher.matches()
                ? time(matcher).map(it -> it.atZone(BusinessDay.ZONE).toInstant())
                : Optional.empty();
    }

    private static Optional<Instant> zoned(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDateTime> time(Matcher matcher) {
        try {
            var day = LocalDate.of(part(matcher.group(1)), part(matcher.group(2)), part(matcher.group(3)));
            var time = LocalTime.of(part(matcher.group(4)), part(matcher.group(5)), part(matcher.group(6)));
            return Optional.of(day.atTime(time));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int part(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** Exact, without zeros at its end: 3.60 is 3.6, however it was written. */
    static Optional<BigDecimal> number(String text) {
        var written = plain(text).replace(" ", "");
        if (GROUPED.matcher(written).matches()) {
            written = written.replace(",", "");
        }
        if (!NUMBER.matcher(written).matches()) {
            return Optional.empty();
        }
        var number = new BigDecimal(written);
        return Optional.of(
                number.signum() == 0
                        ? BigDecimal.ZERO
                        : new BigDecimal(number.stripTrailingZeros().toPlainString()));
    }
}
