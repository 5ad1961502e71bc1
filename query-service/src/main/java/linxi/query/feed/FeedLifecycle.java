package linxi.query.feed;

import org.springframework.context.SmartLifecycle;

/** Starts the feed before the web server and stops it after, so that what was asked for while stopping is folded. */
final class FeedLifecycle implements SmartLifecycle {
    private final Feed feed;
    private final Newcomers newcomers;
    private volatile boolean running;

    FeedLifecycle(Feed feed, Newcomers newcomers) {
        this.feed = feed;
        this.newcomers = newcomers;
    }

    @Override
    public void start() {
        feed.start();
        newcomers.start();
        running = true;
    }

    @Override
    public void stop() {
        newcomers.close();
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
