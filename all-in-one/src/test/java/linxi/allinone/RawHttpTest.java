package linxi.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the client of the hostile tests hides, and what it must not. */
class RawHttpTest {
    private static final byte[] GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);
    private static final String EMPTY = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

    /** How a connection is treated: it gets the first answer, and then. */
    private interface Conduct {
        void take(Socket socket) throws IOException;
    }

    private final AtomicInteger requests = new AtomicInteger();
    private ServerSocket server;

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void sendsAgainWhatAConnectionClosedInTheMeantimeDidNotTake() throws IOException {
        serve(socket -> {
            answer(socket, EMPTY);
            socket.close();
        });
        try (var http = client()) {
            assertThat(http.send(GET, false).status()).isEqualTo(200);
            assertThat(http.send(GET, false).status()).isEqualTo(200);
        }
    }

    @Test
    void sendsNothingAgainToAServerThatIsSilent() throws IOException {
        serve(socket -> {
            answer(socket, EMPTY);
            answer(socket, "");
        });
        try (var http = client()) {
            assertThat(http.send(GET, false).status()).isEqualTo(200);
            assertThatThrownBy(() -> http.send(GET, false)).isInstanceOf(SocketTimeoutException.class);
        }
        assertThat(requests).hasValue(2);
    }

    @Test
    void sendsNothingAgainWhereAnAnswerIsCut() throws IOException {
        serve(socket -> {
            answer(socket, EMPTY);
            answer(socket, "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf");
            socket.close();
        });
        try (var http = client()) {
            assertThat(http.send(GET, false).status()).isEqualTo(200);
            assertThatThrownBy(() -> http.send(GET, false)).isInstanceOf(EOFException.class);
        }
        assertThat(requests).hasValue(2);
    }

    private RawHttp client() {
        return new RawHttp(server.getLocalPort(), 300);
    }

    private void answer(Socket socket, String answer) throws IOException {
        if (socket.getInputStream().readNBytes(GET.length).length == GET.length) {
            requests.incrementAndGet();
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private void serve(Conduct conduct) {
        var _ = Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    conduct.take(server.accept());
                }
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        });
    }
}
