package linxi.planted.command.lot;

import java.time.Instant;

class ClockInAFeature {
    Instant at() {
        return Instant.now();
    }
}
