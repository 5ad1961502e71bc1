package linxi.allinone.demo;

import java.time.LocalDate;
import java.time.YearMonth;

/** One planned shipment of one lot; {@code amount} in {@code unit} is what it loads. */
record Trip(
        String id, String lot, DemoData.Flow flow, String market, String channel, LocalDate on, DemoData.Amount load) {
    /** The month of the receipt, the day after the departure: what it is settled in. */
    YearMonth month() {
        return YearMonth.from(on.plusDays(1));
    }

    static String time(LocalDate day, int hour) {
        return "%sT%02d:00:00+08:00".formatted(day, hour);
    }
}
