package linxi.command.relay;

import org.springframework.context.SmartLifecycle;

/** Starts the relay before the web server and stops it after, so that the last commands still reach Kafka. */
final class RelayLifecycle implements SmartLifecycle {
    private final Relay relay;
    private volatile boolean running;

    RelayLifecycle(Relay relay) {
        this.relay = relay;
    }

    @Override
    public void start() {
        relay.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        relay.close();
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
