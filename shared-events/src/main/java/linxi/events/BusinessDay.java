package linxi.events;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days are days in Asia/Shanghai, whatever offset a time was stated with. */
public final class BusinessDay {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private BusinessDay() {}

    public static LocalDate of(Instant at) {
        return at.atZone(ZONE).toLocalDate();
    }
}
