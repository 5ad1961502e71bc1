package linxi.allinone;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * 50 connections that take nothing of a long answer, 300 whose headers drip, 300 whose bodies drip, and 500 that say
 * nothing; those last, so that their time begins when all are there.
 */
public final class SlowCallers implements AutoCloseable {
    static final int SILENT = 500;
    static final int DRIPPING = 600;

    private static final String HEAD = "POST /api/lots HTTP/1.1\r\nHost: a\r\n";
    /** As little as a system allows, so that the server has to keep what is not taken. */
    private static final int RECEIVED = 4 << 10;

    private final List<SocketChannel> takers = new ArrayList<>();
    private final List<SocketChannel> dripping = new ArrayList<>();
    private final List<SocketChannel> silent = new ArrayList<>();
    private final int port;

    private SlowCallers(int port) {
        this.port = port;
    }

    public static SlowCallers on(int port) throws IOException {
        var callers = new SlowCallers(port);
        for (int i = 0; i < 50; i++) {
            callers.takers.add(callers.open("GET /api/events?limit=10000 HTTP/1.1\r\nHost: a\r\n\r\n"));
        }
        var length = "Content-Type: application/json\r\nContent-Length: 4000000\r\n\r\n{";
        for (int i = 0; i < DRIPPING / 2; i++) {
            callers.dripping.add(callers.open(HEAD + "X-Slow: "));
            callers.dripping.add(callers.open(HEAD + length));
        }
        for (int i = 0; i < SILENT; i++) {
            callers.silent.add(callers.open(""));
        }
        return callers;
    }

    private SocketChannel open(String said) throws IOException {
        var channel = SocketChannel.open().setOption(StandardSocketOptions.SO_RCVBUF, RECEIVED);
        if (!channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
            throw new IOException("not connected");
        }
        var _ = channel.write(ByteBuffer.wrap(said.getBytes(StandardCharsets.ISO_8859_1)));
        var _ = channel.configureBlocking(false);
        return channel;
    }

    /** One byte more from each of those; how many the server neither answered nor closed. */
    @CanIgnoreReturnValue
    public int drip() {
        return (int) dripping.stream().filter(SlowCallers::takesMore).count();
    }

    private static boolean takesMore(SocketChannel channel) {
        try {
            return isOpen(channel) && channel.write(ByteBuffer.wrap(new byte[] {' '})) == 1;
        } catch (IOException closed) {
            return false;
        }
    }

    /** How many of those are still there. */
    int silent() {
        return (int) silent.stream().filter(SlowCallers::isOpen).count();
    }

    private static boolean isOpen(SocketChannel channel) {
        try {
            return channel.read(ByteBuffer.allocate(1)) == 0;
        } catch (IOException closed) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        for (var channels : List.of(takers, dripping, silent)) {
            for (var channel : channels) {
                channel.close();
            }
        }
    }
}
