package linxi.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PortsTest {
    private final List<ServerSocket> others = new ArrayList<>();
    private final List<Integer> tried = new ArrayList<>();

    @AfterEach
    void closes() throws IOException {
        for (var other : others) {
            other.close();
        }
    }

    @Test
    void startsOnTheNextPortWhereAnotherProgramWasQuicker() {
        int wished = LinxiProcess.freePort();

        int started = new Ports().start(wished, port -> {
            tried.add(port);
            if (tried.size() <= 2) {
                occupy(port);
                throw new IllegalStateException("address in use");
            }
            return port;
        });

        assertThat(tried).hasSize(3).doesNotHaveDuplicates().first().isEqualTo(wished);
        assertThat(started).isEqualTo(tried.getLast());
    }

    @Test
    void saysAtOnceWhyAPartDidNotStartOnAFreePort() {
        assertThatThrownBy(() -> new Ports().start(LinxiProcess.freePort(), port -> {
                    tried.add(port);
                    throw new IllegalStateException("no space left");
                }))
                .hasMessage("no space left");
        assertThat(tried).hasSize(1);
    }

    @Test
    void endsWhenEveryPortIsTaken() {
        assertThatThrownBy(() -> new Ports().start(LinxiProcess.freePort(), port -> {
                    tried.add(port);
                    occupy(port);
                    throw new IllegalStateException("address in use");
                }))
                .hasMessage("address in use");
        assertThat(tried).hasSize(5);
    }

    private void occupy(int port) {
        try {
            others.add(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
