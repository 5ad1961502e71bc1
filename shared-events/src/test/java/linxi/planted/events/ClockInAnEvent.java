package linxi.planted.events;

import java.time.Instant;

class ClockInAnEvent {
    Instant at() {
        return Instant.now();
    }
}
