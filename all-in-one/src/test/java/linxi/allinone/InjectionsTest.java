package linxi.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import linxi.allinone.HostileRequests.Operation;
import org.junit.jupiter.api.Test;

class InjectionsTest {
    private static final Operation LOG = new Operation("POST", "/api/shipments", List.of(), Client.json("""
            {"lot":"T1","at":"2020-05-06T18:00:00+08:00","lines":[{"amount":1.5}],"price":{"fen":360}}"""));

    private final List<String> bodies = Injections.of(LOG, "mark-").stream()
            .map(injection -> injection.into(LOG.body()))
            .toList();

    @Test
    void putsEveryNumberIntoEveryNumberField() {
        for (var number : Evil.NUMBERS) {
            assertThat(bodies)
                    .anyMatch(body -> body.contains("\"amount\":" + number + "}"))
                    .anyMatch(body -> body.contains("\"fen\":" + number + "}"));
        }
        assertThat(bodies).as("none in a time").noneMatch(body -> body.contains("T18:1e400"));
    }

    @Test
    void putsBareTextsMarkedOnesAndObjectsIntoEveryTextField() {
        assertThat(bodies)
                .contains(LOG.body().toString().replace("\"T1\"", "\"$gt\""))
                .contains(LOG.body().toString().replace("\"T1\"", "\"mark-$gt\""))
                .contains(LOG.body().toString().replace("\"T1\"", "\"\""))
                .contains(LOG.body().toString().replace("\"T1\"", "{\"$ne\":null}"));
    }

    @Test
    void putsKeysIntoEveryObject() {
        assertThat(bodies)
                .anyMatch(body -> body.endsWith(",\"$gt\":1}"))
                .anyMatch(body -> body.contains("{\"amount\":1.5,\"a.b.$c\":1}"))
                .anyMatch(body -> body.contains("{\"fen\":360,\"$gt\":1}"));
    }
}
