package linxi.query.feed;

import org.springframework.context.SmartLifecycle;

/** Starts the feed once everything else is there, and stops it before anything else goes. */
final class FeedLifecycle implements SmartLifecycle {
    private final Feed feed;
    private volatile boolean running;

    FeedLifecycle(Feed feed) {
        this.feed = feed;
    }

    @Override
    public void start() {
        feed.start();
        running = true;
    }

    @Override
    public void stop() {
        feed.close();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
