package linxi.allinone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;

/** Loopback ports that are free now. */
final class Ports {
    /** How far from the wished port to look for a free one. */
    private static final int REACH = 200;

    private final Set<Integer> given = new HashSet<>();

    /** The wished port if it is free, else the next free one above it, else any. */
    int near(int wished) {
        for (int port = wished; port < Math.min(65_536, wished + REACH); port++) {
            if (take(port)) {
                return port;
            }
        }
        return any();
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
