package linxi.allinone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loopback ports that are free now. */
final class Ports {
    private static final Logger LOG = LoggerFactory.getLogger(Ports.class);

    /** How far from the wished port to look for a free one. */
    private static final int REACH = 200;

    /** How many other programs may take a port between our look at it and our use of it. */
    private static final int STARTS = 5;

    private final Set<Integer> given = Collections.synchronizedSet(new HashSet<>());

    /** The wished port if it is free, else the next free one above it, else any. */
    int near(int wished) {
        for (int port = wished; port < Math.min(65_536, wished + REACH); port++) {
            if (take(port)) {
                return port;
            }
        }
        return any();
    }

    /** Starts near the wished port, and again on another one where a program started at the same moment was quicker. */
    <T> T start(int wished, IntFunction<T> start) {
        for (int attempt = 1; ; attempt++) {
            int port = near(wished);
            try {
                return start.apply(port);
            } catch (RuntimeException e) {
                if (attempt == STARTS || isFree(port)) {
                    throw e;
                }
                LOG.info(
                        "nothing could start on port {}, which is taken now ({}): trying the next",
                        port,
                        e.getMessage());
            }
        }
    }

    /** Whether exactly this port is free; if so it is given out. */
    boolean take(int port) {
        return isFree(port) && given.add(port);
    }

    private int any() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new CannotStart("no free port: " + e.getMessage());
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
