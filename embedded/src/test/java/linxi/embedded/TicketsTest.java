package linxi.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A reader waits for what it may have seen, and for nothing else. */
class TicketsTest {
    private final Tickets tickets = new Tickets();

    @Test
    void aReaderWaitsForTheLastWriteToItsCollection() {
        var _ = tickets.take("linxi.events");
        long second = tickets.take("linxi.events");
        var _ = tickets.take("linxi.relay");
        assertThat(tickets.last("linxi.events")).isEqualTo(second);
        assertThat(tickets.last("linxi.party")).isZero();
    }

    @Test
    void andForWhateverMayHaveWrittenToIt() {
        long drop = tickets.take(Tickets.ANY);
        var _ = tickets.take("linxi.relay");
        assertThat(tickets.last("linxi.events")).isEqualTo(drop);
    }

    @Test
    void whoReadsSeveralWaitsForAll() {
        var _ = tickets.take(Tickets.ANY);
        long last = tickets.take("linxi.relay");
        assertThat(tickets.last(Tickets.ANY)).isEqualTo(last);
        assertThat(tickets.last()).isEqualTo(last);
    }
}
