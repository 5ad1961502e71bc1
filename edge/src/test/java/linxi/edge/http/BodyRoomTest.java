package linxi.edge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import linxi.edge.http.BodyRefused.Reason;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class BodyRoomTest {
    private static final Duration SHORT = Duration.ofMillis(50);
    private static final int MOST = 1 << 20;

    /** 100 KiB in all, of which 16 of each body are free. */
    private final BodyRoom room = new BodyRoom(100, SHORT, SHORT);

    @Test
    void takesRoomForWhatHasComeAndNotForWhatWasDeclared() {
        for (int i = 0; i < 50; i++) {
            assertThat(room.read(request(10 << 10, 0), MOST)).hasSize(10 << 10);
        }
        assertThat(room.read(request(100 << 10, 0), MOST)).hasSize(100 << 10);
    }

    @Test
    void refusesWhatFindsNoRoomUntilThereIsSome() {
        var first = request(100 << 10, 0);
        assertThat(room.read(first, MOST)).hasSize(100 << 10);
        assertThat(refused(request(100 << 10, 0))).isEqualTo(Reason.NO_ROOM);
        assertThat(room.read(request(16 << 10, 0), MOST)).hasSize(16 << 10);
        room.release(first);
        room.release(first);
        assertThat(room.read(request(100 << 10, 0), MOST)).hasSize(100 << 10);
        assertThat(refused(request(100 << 10, 0))).isEqualTo(Reason.NO_ROOM);
    }

    @Test
    void refusesWhatDrips() {
        assertThat(refused(request(1_000, 1))).isEqualTo(Reason.TOO_SLOW);
    }

    /** As Tomcat says it. */
    @Test
    void tellsSilenceFromABrokenConnection() {
        assertThat(refused(request(new Failing(new ClientAbortException(new SocketTimeoutException())))))
                .isEqualTo(Reason.TOO_SLOW);
        assertThat(refused(request(new Failing(new ClientAbortException(new EOFException())))))
                .isEqualTo(Reason.BROKEN);
    }

    @Test
    void refusesWhatIsTooLargeWithoutReadingItWhole() {
        var roomy = new BodyRoom(2 * MOST, Duration.ofMinutes(1), SHORT);
        var body = new Body(Integer.MAX_VALUE, 0);
        var refused = catchThrowableOfType(BodyRefused.class, () -> {
            var _ = roomy.read(request(body), MOST);
        });
        assertThat(refused.reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(body.left).isGreaterThan(Integer.MAX_VALUE / 2);
    }

    private Reason refused(MockHttpServletRequest http) {
        var refused = catchThrowableOfType(BodyRefused.class, () -> {
            var _ = room.read(http, MOST);
        });
        room.release(http);
        return refused.reason();
    }

    /** @param pause in ms before each byte; 0 gives as many as are wanted at once */
    private static MockHttpServletRequest request(int bytes, int pause) {
        return request(new Body(bytes, pause));
    }

    private static MockHttpServletRequest request(Body body) {
        return new MockHttpServletRequest() {
            @Override
            public ServletInputStream getInputStream() {
                return body;
            }
        };
    }

    private static class Body extends ServletInputStream {
        private final int pause;
        private int left;

        private Body(int bytes, int pause) {
            this.left = bytes;
            this.pause = pause;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            if (left == 0) {
                return -1;
            }
            if (pause > 0) {
                sleep();
            }
            int count = pause > 0 ? 1 : Math.min(left, most);
            Arrays.fill(into, from, from + count, (byte) ' ');
            left -= count;
            return count;
        }

        private void sleep() {
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("nobody reads single bytes");
        }

        @Override
        public boolean isFinished() {
            return left == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("nobody listens");
        }
    }

    private static final class Failing extends Body {
        private final IOException failure;

        private Failing(IOException failure) {
            super(1, 0);
            this.failure = failure;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            throw failure;
        }
    }
}
