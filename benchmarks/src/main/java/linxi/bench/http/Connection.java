package linxi.bench.http;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A caller of HTTP with one connection at a time, kept alive as long as the server likes, that costs its process as little as can be. */
final class Connection implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;

    private final int port;
    private Socket socket;
    private InputStream in;

    Connection(int port) {
        this.port = port;
        try {
            socket = opened(port);
            in = new BufferedInputStream(socket.getInputStream(), 8_192);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Socket opened(int port) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    /** As a server says that it closes after so many answers. */
    private void reopen() throws IOException {
        socket.close();
        socket = opened(port);
        in = new BufferedInputStream(socket.getInputStream(), 8_192);
    }

    /** @param position of the header X-Position; 0 where there is none */
    record Answer(int status, long position, String body) {}

    /** @param party empty where nobody acts */
    Answer post(String path, String party, String key, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var acting = party.isEmpty() ? "" : "X-Party: " + party + "\r\n";
        return send("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + acting
                + "Idempotency-Key: " + key + "\r\nContent-Length: " + bytes.length + "\r\n\r\n" + body);
    }

    Answer get(String path) {
        return send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n\r\n");
    }

    private Answer send(String request) {
        try {
            var out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.UTF_8));
            out.flush();
            return answer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer answer() throws IOException {
        int status = Integer.parseInt(line().substring(9, 12));
        long position = 0;
        int length = -1;
        boolean closes = false;
        for (var header = line(); !header.isEmpty(); header = line()) {
            var name = header.substring(0, header.indexOf(':')).toLowerCase(Locale.ROOT);
            var value = header.substring(header.indexOf(':') + 1).strip();
            if (name.equals("content-length")) {
                length = Integer.parseInt(value);
            } else if (name.equals("x-position")) {
                position = Long.parseLong(value);
            } else if (name.equals("connection")) {
                closes = value.equals("close");
            }
        }
        var answer = new Answer(status, position, length < 0 ? chunks() : text(length));
        if (closes) {
            reopen();
        }
        return answer;
    }

    private String chunks() throws IOException {
        var body = new StringBuilder();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.append(text(size));
            var _ = line();
        }
        var _ = line();
        return body.toString();
    }

    private String text(int length) throws IOException {
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the answer was cut off");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the answer was cut off");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
