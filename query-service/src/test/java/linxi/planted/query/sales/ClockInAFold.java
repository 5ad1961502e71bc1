package linxi.planted.query.sales;

import java.time.Instant;

record ClockInAFold(Instant at) {
    static ClockInAFold now() {
        return new ClockInAFold(Instant.now());
    }
}
