package linxi.command.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Stands between the driver and the server, and cuts connections around inserts into the log, or all of them. */
final class FlakyProxy implements AutoCloseable {
    enum Fault {
        NONE,
        /** The server never sees the insert. */
        BEFORE,
        /** The server stores it; the driver never hears of it. */
        AFTER
    }

    private final int serverPort;
    private final Supplier<Fault> faults;
    private final ServerSocket listener;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean away;

    FlakyProxy(int serverPort, Supplier<Fault> faults) throws IOException {
        this.serverPort = serverPort;
        this.faults = faults;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var _ = Thread.ofVirtual().start(this::accept);
    }

    String uri() {
        return "mongodb://127.0.0.1:" + listener.getLocalPort() + "/?directConnection=true";
    }

    void away(boolean now) {
        away = now;
        if (now) {
            open.forEach(FlakyProxy::cut);
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var client = listener.accept();
                if (away) {
                    cut(client);
                } else {
                    connect(client);
                }
            } catch (IOException e) {
                away(true);
            }
        }
    }

    private void connect(Socket client) throws IOException {
        var server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
        open.add(client);
        open.add(server);
        var link = new Link(client, server);
        var _ = Thread.ofVirtual().start(() -> link.run(link::request));
        var _ = Thread.ofVirtual().start(() -> link.run(link::reply));
    }

    private static void cut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        away(true);
    }

    /** A message is handed on whole; its first four bytes are its length. */
    private static byte[] message(InputStream from) throws IOException {
        var in = new DataInputStream(from);
        var length = new byte[4];
        in.readFully(length);
        int size = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt();
        var whole = ByteBuffer.allocate(size).put(length);
        in.readFully(whole.array(), 4, size - 4);
        return whole.array();
    }

    private static boolean isInsertIntoLog(byte[] message) {
        return new String(message, 0, Math.min(message.length, 200), US_ASCII).contains("insert\0\b\0\0\0commits");
    }

    private interface Step {
        boolean next() throws IOException;
    }

    private final class Link {
        private final Socket client;
        private final Socket server;
        private volatile boolean swallow;

        Link(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void run(Step step) {
            try (client;
                    server) {
                while (step.next()) {
                    Thread.onSpinWait();
                }
            } catch (IOException closed) {
                swallow = true; // the other end went away; both sockets are closed by now
            }
            open.remove(client);
            open.remove(server);
        }

        boolean request() throws IOException {
            var message = message(client.getInputStream());
            var fault = isInsertIntoLog(message) ? faults.get() : Fault.NONE;
            swallow = fault == Fault.AFTER;
            if (fault == Fault.BEFORE) {
                return false;
            }
            server.getOutputStream().write(message);
            return true;
        }

        boolean reply() throws IOException {
            var message = message(server.getInputStream());
            if (swallow) {
                return false;
            }
            client.getOutputStream().write(message);
            return true;
        }
    }
}
