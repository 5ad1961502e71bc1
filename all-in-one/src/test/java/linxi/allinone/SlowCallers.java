package linxi.allinone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** 500 connections that say nothing, 300 whose headers drip, 300 whose bodies drip, 50 that take no answer. */
public final class SlowCallers implements AutoCloseable {
    private static final String HEAD = "POST /api/lots HTTP/1.1\r\nHost: a\r\n";

    private final List<Socket> all = new ArrayList<>();
    private final List<Socket> dripping = new ArrayList<>();

    private SlowCallers() {}

    public static SlowCallers on(int port) throws IOException {
        var callers = new SlowCallers();
        for (int i = 0; i < 500; i++) {
            callers.open(port, "", false);
        }
        for (int i = 0; i < 300; i++) {
            callers.open(port, HEAD + "X-Slow: ", true);
            var length = "Content-Type: application/json\r\nContent-Length: 4000000\r\n\r\n{";
            callers.open(port, HEAD + length, true);
        }
        for (int i = 0; i < 50; i++) {
            callers.open(port, "GET /api/events?limit=10000 HTTP/1.1\r\nHost: a\r\n\r\n", false);
        }
        return callers;
    }

    private void open(int port, String said, boolean drips) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        all.add(socket);
        socket.getOutputStream().write(said.getBytes(StandardCharsets.ISO_8859_1));
        if (drips) {
            dripping.add(socket);
        }
    }

    /** One byte more from each that is still there. */
    public void drip() {
        dripping.removeIf(socket -> {
            try {
                socket.getOutputStream().write(' ');
                return false;
            } catch (IOException closed) {
                return true;
            }
        });
    }

    @Override
    public void close() throws IOException {
        for (var socket : all) {
            socket.close();
        }
    }
}
