package linxi.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.concurrent.ThreadLocalRandom;

/** Ports on loopback, probed before use: Kafka halts the JVM where a port of its own is taken. */
final class Ports {
    /** Below the ports that systems give to outgoing connections, so that none takes ours while we are down. */
    private static final int LOWEST = 10_000;

    private static final int HIGHEST = 32_000;
    private static final int ATTEMPTS = 200;

    private Ports() {}

    /** @throws CannotStart where another program listens there */
    static void requireFree(String whose, int port) {
        if (!isFree(port)) {
            throw new CannotStart("port " + port + " for " + whose + " is taken by another program", null);
        }
    }

    static int orFree(int port) {
        return port == 0 ? free() : port;
    }

    static int free() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (isFree(port)) {
                return port;
            }
        }
        throw new CannotStart("no free port between " + LOWEST + " and " + HIGHEST, null);
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(loopback(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The IPv4 loopback, which is what every client of ours is told. */
    static InetAddress loopback() {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
