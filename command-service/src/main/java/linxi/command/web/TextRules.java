package linxi.command.web;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** What texts must look like. */
final class TextRules {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern ZONELESS =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?");
    private static final Pattern RFC_3339 =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?([Zz]|[+-]\\d{2}:\\d{2})");
    /** An identity card or mobile number, not inside a longer run of digits. */
    private static final Pattern PERSONAL = Pattern.compile("(?<!\\d)(?:\\d{17}[\\dXx]|1[3-9]\\d{9})(?!\\d)");

    private TextRules() {}

    static boolean isPersonal(String text) {
        return PERSONAL.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .find();
    }

    /** Control characters and halves of surrogate pairs are nothing that people write. */
    static boolean hasBadCharacter(String text) {
        return text.codePoints()
                .anyMatch(point -> Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE);
    }

    static Optional<LocalDate> day(String text) {
        return DAY.matcher(text).matches() ? parsed(() -> LocalDate.parse(text)) : Optional.empty();
    }

    static boolean isZoneless(String text) {
        return ZONELESS.matcher(text).matches();
    }

    /** RFC 3339 with offset, to the millisecond. */
    static Optional<Instant> time(String text) {
        return RFC_3339.matcher(text).matches()
                ? parsed(() -> OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS))
                : Optional.empty();
    }

    private static <T> Optional<T> parsed(Supplier<T> parse) {
        try {
            return Optional.of(parse.get());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
