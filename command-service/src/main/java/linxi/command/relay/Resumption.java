package linxi.command.relay;

import linxi.command.store.EventLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens Kafka and finds where to go on: the stored state, and what Kafka still has of it. */
final class Resumption {
    private static final Logger LOG = LoggerFactory.getLogger(Resumption.class);

    private final EventLog log;
    private final StateDocument document;
    private final RelaySettings settings;
    private final Runnable keepAlive;

    /** @param keepAlive run again and again, as the look at Kafka may take long */
    Resumption(EventLog log, StateDocument document, RelaySettings settings, Runnable keepAlive) {
        this.log = log;
        this.document = document;
        this.settings = settings;
        this.keepAlive = keepAlive;
    }

    record Resumed(KafkaLink link, RelayState state) {}

    Resumed open() throws InterruptedException {
        var opened = KafkaLink.open(settings);
        try {
            return new Resumed(opened, resumed(opened));
        } catch (RuntimeException | InterruptedException e) {
            opened.close();
            throw e;
        }
    }

    private RelayState resumed(KafkaLink opened) throws InterruptedException {
        var stored = document.read();
        requireLogReaches(stored.position());
        var confirmed = opened.confirm(stored, new Surplus(log), keepAlive);
        if (confirmed.equals(stored)) {
            return stored;
        }
        LOG.warn("Kafka lost records: sending again from {} of {}", confirmed.position(), stored.position());
        return document.write(confirmed);
    }

    /** New events at positions that Kafka has already would be dropped as repeats by every reader. */
    private void requireLogReaches(long position) {
        long head = log.head();
        if (head < position) {
            throw new IllegalStateException("the log ends at " + head + " and Kafka has events up to " + position
                    + ": the store was set back, and needs a new topic and a rebuild");
        }
    }
}
