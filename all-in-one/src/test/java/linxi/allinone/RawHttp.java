package linxi.allinone;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One connection that sends whatever bytes it is given, and opens itself again where the server closed it. */
final class RawHttp implements AutoCloseable {
    /** @param body as bytes, one character each */
    record Answer(int status, String head, String body) {
        String header(String name) {
            for (var line : head.split("\r\n", -1)) {
                if (line.regionMatches(true, 0, name + ":", 0, name.length() + 1)) {
                    return line.substring(name.length() + 1).strip();
                }
            }
            return "";
        }
    }

    private static final int PATIENCE = 20_000;

    /** @param in what it answers, with a place to go back to before each answer */
    private record Connection(Socket socket, BufferedInputStream in) {}

    private final int port;
    private final int patience;
    private @Nullable Connection connection;

    RawHttp(int port) {
        this(port, PATIENCE);
    }

    /** @param patience with a silent server, in milliseconds */
    RawHttp(int port, int patience) {
        this.port = port;
        this.patience = patience;
    }

    Answer send(HostileRequests.Request request) throws IOException {
        var bytes = request.head() + "Content-Length: " + request.body().length() + "\r\n\r\n" + request.body();
        return send(bytes.getBytes(StandardCharsets.ISO_8859_1), request.head().startsWith("HEAD "));
    }

    /** @throws java.net.SocketTimeoutException where the server is silent; a request that it may have is not repeated */
    Answer send(byte[] bytes, boolean headOnly) throws IOException {
        if (connection != null && isTaken(connection, bytes)) {
            return answer(connection, headOnly);
        }
        close();
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(patience);
        connection = new Connection(socket, new BufferedInputStream(socket.getInputStream()));
        socket.getOutputStream().write(bytes);
        return answer(connection, headOnly);
    }

    /** Not where the server closed the connection before the first byte of an answer, as it may between requests. */
    private static boolean isTaken(Connection on, byte[] bytes) throws IOException {
        try {
            on.socket().getOutputStream().write(bytes);
            on.in().mark(1);
            int first = on.in().read();
            on.in().reset();
            return first >= 0;
        } catch (SocketException closed) {
            return false;
        }
    }

    /** Not closed by the server; asked between answers. */
    boolean isOpen() throws IOException {
        if (connection == null) {
            return false;
        }
        connection.socket().setSoTimeout(1);
        try {
            return connection.in().read() >= 0;
        } catch (SocketTimeoutException silent) {
            return true;
        } finally {
            connection.socket().setSoTimeout(patience);
        }
    }

    private Answer answer(Connection from, boolean headOnly) throws IOException {
        var in = from.in();
        var head = head(in);
        var answer = new Answer(Integer.parseInt(head.substring(9, 12)), head, "");
        var length = answer.header("Content-Length");
        var body = new ByteArrayOutputStream();
        if (!headOnly && !length.isEmpty()) {
            body.writeBytes(whole(in, Integer.parseInt(length)));
        } else if (!headOnly && answer.header("Transfer-Encoding").equals("chunked")) {
            for (int size = size(in); size > 0; size = size(in)) {
                body.writeBytes(whole(in, size));
                in.skipNBytes(2);
            }
            in.skipNBytes(2);
        }
        if (answer.header("Connection").equals("close")) {
            close();
        }
        return new Answer(answer.status(), head, body.toString(StandardCharsets.ISO_8859_1));
    }

    private static byte[] whole(InputStream in, int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("cut after " + bytes.length + " of " + length + " bytes");
        }
        return bytes;
    }

    private static int size(InputStream in) throws IOException {
        return Integer.parseInt(line(in), 16);
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            head.append(line).append("\r\n");
        }
        return head.toString();
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("closed");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    @Override
    public void close() throws IOException {
        if (connection != null) {
            connection.socket().close();
            connection = null;
        }
    }
}
