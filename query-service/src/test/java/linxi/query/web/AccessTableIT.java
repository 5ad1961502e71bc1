package linxi.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import linxi.access.gate.AccessTable;
import linxi.access.key.ApiKeys;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every endpoint by every role, of the organisation asked about and of another, against a table written by hand. */
class AccessTableIT {
    private static LoggedIn service;
    private static Map<String, String> keys;

    @BeforeAll
    static void start() {
        service = LoggedIn.start();
        keys = AccessTable.keys(service.context().getBean(ApiKeys.class), "dakang", "yonghui", null);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @TestFactory
    Stream<DynamicTest> answersEachCallerAsTheTableSays() {
        return AccessTable.read(AccessTableIT.class).stream()
                .flatMap(line -> line.expected().entrySet().stream()
                        .map(caller -> DynamicTest.dynamicTest(
                                line.endpoint() + " by " + caller.getKey(),
                                () -> answers(line, caller.getKey(), Integer.parseInt(caller.getValue())))));
    }

    private static void answers(AccessTable.Line line, String caller, int expected) {
        var key = keys.get(caller);
        var body = line.method().equals("GET") ? new byte[0] : "{}".getBytes(StandardCharsets.UTF_8);
        var answer = service.web()
                .send(
                        line.method(),
                        line.example(),
                        body,
                        key == null
                                ? new String[] {"Content-Type", "application/json"}
                                : new String[] {"Content-Type", "application/json", "Authorization", "Bearer " + key});
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected);
    }

    /** A new endpoint without a line of its own is found here. */
    @Test
    void knowsEveryEndpoint() {
        assertThat(AccessTable.read(AccessTableIT.class))
                .extracting(AccessTable.Line::endpoint)
                .containsExactlyInAnyOrderElementsOf(AccessTable.endpoints(service.context()));
    }
}
