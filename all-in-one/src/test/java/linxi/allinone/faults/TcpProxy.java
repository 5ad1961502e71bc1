package linxi.allinone.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Stands before a server and makes the way to it long, narrow or unreliable. */
public final class TcpProxy implements AutoCloseable {
    private static final int CHUNK = 8 << 10;

    private final int serverPort;
    private final ServerSocket listener;
    private final Random random;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile Duration latency = Duration.ZERO;
    private volatile int bytesPerSecond = Integer.MAX_VALUE;
    private volatile double lossOfAnswers;
    private volatile boolean cut;
    private volatile String unanswered = "";

    public TcpProxy(int serverPort, long seed) {
        try {
            this.serverPort = serverPort;
            this.random = new Random(seed);
            this.listener = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        var _ = Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /** How long each answer is held back, and how many bytes a second a connection carries. */
    public void slow(Duration answers, int bandwidth) {
        latency = answers;
        bytesPerSecond = bandwidth;
    }

    public void normal() {
        slow(Duration.ZERO, Integer.MAX_VALUE);
    }

    /** That share of answers is lost, and the connection with them; the server has seen the request. */
    void loseAnswers(double share) {
        lossOfAnswers = share;
    }

    /** Whether nothing gets through, as in a tunnel; what is open is broken off. The port stays taken. */
    public void cut(boolean now) {
        cut = now;
        if (now) {
            Set.copyOf(open).forEach(this::cut);
        }
    }

    /** Requests that begin so reach the server, and their connection breaks off in place of an answer; empty for none. */
    public void loseAnswersTo(String beginning) {
        unanswered = beginning;
    }

    private void accept() {
        while (!listener.isClosed()) {
            Socket client = null;
            try {
                client = listener.accept();
                client.setTcpNoDelay(true);
                if (cut) {
                    client.close();
                } else {
                    connect(client);
                }
            } catch (IOException e) {
                if (client != null) {
                    cut(client);
                }
            }
        }
    }

    private void connect(Socket client) throws IOException {
        var server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
        server.setTcpNoDelay(true);
        open.add(client);
        open.add(server);
        var doomed = new AtomicBoolean();
        var _ = Thread.ofVirtual().start(() -> carry(client, server, false, doomed));
        var _ = Thread.ofVirtual().start(() -> carry(server, client, true, doomed));
    }

    private void carry(Socket from, Socket to, boolean answers, AtomicBoolean doomed) {
        try (from;
                to) {
            var in = from.getInputStream();
            var out = to.getOutputStream();
            var chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                if (answers && (doomed.get() || isLost())) {
                    break;
                }
                if (!answers && isUnanswered(chunk, read)) {
                    doomed.set(true);
                }
                Await.sleep(pause(read, answers));
                out.write(chunk, 0, read);
            }
        } catch (IOException closed) {
            open.remove(to); // the other end went away; both sockets are closed by now
        }
        open.remove(from);
        open.remove(to);
    }

    private long pause(int bytes, boolean answers) {
        return 1_000L * bytes / bytesPerSecond + (answers ? latency.toMillis() : 0);
    }

    private boolean isUnanswered(byte[] chunk, int read) {
        var beginning = unanswered;
        return !beginning.isEmpty() && new String(chunk, 0, read, StandardCharsets.ISO_8859_1).startsWith(beginning);
    }

    private boolean isLost() {
        synchronized (random) {
            return lossOfAnswers > 0 && random.nextDouble() < lossOfAnswers;
        }
    }

    private void cut(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        Set.copyOf(open).forEach(this::cut);
    }
}
