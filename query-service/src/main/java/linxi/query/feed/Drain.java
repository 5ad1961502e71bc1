package linxi.query.feed;

import com.mongodb.MongoException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;

/** On the way down: nobody waits long for an answer any more, and the feed folds what the relay has sent. */
final class Drain implements SmartLifecycle, ApplicationListener<ContextClosedEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(Drain.class);
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final Freshness freshness;
    private volatile boolean running;

    Drain(Freshness freshness) {
        this.freshness = freshness;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent closing) {
        freshness.hurry();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        try {
            if (!freshness.awaitAllSent(LIMIT)) {
                LOG.warn("not everything that Kafka has is folded; the next start goes on from there");
            }
        } catch (MongoException e) {
            LOG.warn("MongoDB is away: the next start goes on from what is stored: {}", e.getMessage());
        }
    }

    /** After the web server, before the feed. */
    @Override
    public int getPhase() {
        return 1;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
