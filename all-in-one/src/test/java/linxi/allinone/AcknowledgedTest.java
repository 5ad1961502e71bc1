package linxi.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AcknowledgedTest {
    private static final String FIRST = "{\"position\":1,\"correlation\":\"c1\"}";
    private static final String SECOND = "{\"position\":2,\"correlation\":\"c2\"}";

    private final Acknowledged acknowledged = new Acknowledged();

    /** The last position is right: that alone would not show it. */
    @Test
    void findsWhatWasRecordedThoughRefusedBetweenOthers() {
        assertThat(acknowledged.note(answer(409, "c1", "{}"))).isFalse();
        assertThat(acknowledged.note(answer(201, "c2", "{}"))).isTrue();
        assertThat(acknowledged.unknown(FIRST, SECOND)).containsExactly(FIRST);
    }

    @Test
    void findsNothingWhereAllWereTold() {
        assertThat(acknowledged.note(answer(200, "c1", "{}"))).isTrue();
        assertThat(acknowledged.note(answer(201, "c2", "{}"))).isTrue();
        assertThat(acknowledged.unknown(FIRST, SECOND)).isEmpty();
        assertThat(acknowledged.newest()).isEqualTo(2);
    }

    @Test
    void blamesNoAnswerThatSaysThatNobodyKnows() {
        assertThat(acknowledged.note(answer(503, "c1", "{\"rule\":\"COMMANDS_AWAY\"}")))
                .isFalse();
        assertThat(acknowledged.note(answer(503, "c2", "{\"rule\":\"COME_AGAIN\"}")))
                .isFalse();
        assertThat(acknowledged.unknown(FIRST, SECOND)).containsExactly(SECOND);
    }

    private static RawHttp.Answer answer(int status, String correlation, String body) {
        var head = "HTTP/1.1 " + status + "\r\nX-Position: 2\r\nX-Correlation-Id: " + correlation + "\r\n";
        return new RawHttp.Answer(status, head, body);
    }
}
