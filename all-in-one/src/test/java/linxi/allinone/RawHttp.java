package linxi.allinone;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
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

    private final int port;
    private @Nullable Socket socket;

    RawHttp(int port) {
        this.port = port;
    }

    Answer send(HostileRequests.Request request) throws IOException {
        var bytes = request.head() + "Content-Length: " + request.body().length() + "\r\n\r\n" + request.body();
        return send(bytes.getBytes(StandardCharsets.ISO_8859_1), request.head().startsWith("HEAD "));
    }

    Answer send(byte[] bytes, boolean headOnly) throws IOException {
        if (socket != null) {
            try {
                return exchange(socket, bytes, headOnly);
            } catch (IOException closed) {
                close();
            }
        }
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        return exchange(socket, bytes, headOnly);
    }

    private Answer exchange(Socket on, byte[] bytes, boolean headOnly) throws IOException {
        on.getOutputStream().write(bytes);
        var in = new BufferedInputStream(on.getInputStream());
        var head = head(in);
        var answer = new Answer(Integer.parseInt(head.substring(9, 12)), head, "");
        var length = answer.header("Content-Length");
        var body = new ByteArrayOutputStream();
        if (!headOnly && !length.isEmpty()) {
            body.writeBytes(in.readNBytes(Integer.parseInt(length)));
        } else if (!headOnly && answer.header("Transfer-Encoding").equals("chunked")) {
            for (int size = size(in); size > 0; size = size(in)) {
                body.writeBytes(in.readNBytes(size));
                in.skipNBytes(2);
            }
            in.skipNBytes(2);
        }
        if (answer.header("Connection").equals("close")) {
            close();
        }
        return new Answer(answer.status(), head, body.toString(StandardCharsets.ISO_8859_1));
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
                throw new IOException("closed");
            }
            line.write(next);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
