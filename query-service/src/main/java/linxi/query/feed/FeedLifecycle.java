package linxi.query.feed;

import org.springframework.context.SmartLifecycle;

/** Starts the feed before the web server and stops it after, so that what was asked for while stopping is folded. */
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
    public int getPhase() {
        return 0;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
