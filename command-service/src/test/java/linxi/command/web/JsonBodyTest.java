package linxi.command.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import linxi.events.IncomePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body that makes sense is read however large it is; one that would fill the memory is not. */
class JsonBodyTest {
    @Test
    void readsAnAgreementOfEveryPathAndMember() {
        var members = repeated(20_000, i -> "\"H" + (10_000 + i) + "\":1000000");
        var paths = each(path -> "\"" + path + "\":{" + members + "}");
        var shares = each(path -> "\"" + path + "\":1666");
        var products = repeated(100, i -> "\"product-" + i + "\"");
        var body = "{\"id\":\"A1\",\"origin\":\"dakang\",\"products\":[" + products + "],\"validFrom\":\"2020-01-01\","
                + "\"paths\":{" + shares + "},\"members\":{" + paths + "}}";
        assertThat(JsonBody.LARGE.read(bytes(body)).path("members").path("WAGE").size())
                .isEqualTo(20_000);
        assertThat(body.length()).isLessThan(JsonBody.LARGE.most());
    }

    @Test
    void readsALotOfEveryContribution() {
        var contributions =
                repeated(10_000, i -> "{\"household\":\"H" + i + "\",\"quantity\":{\"amount\":1,\"unit\":\"JIN\"}}");
        var body = "{\"id\":\"T1\",\"origin\":\"dakang\",\"product\":\"tomato\",\"quantity\":{\"amount\":5,\"unit\":"
                + "\"TONNE\"},\"producedAt\":\"2020-05-01T06:00:00+08:00\",\"contributions\":[" + contributions + "]}";
        assertThat(JsonBody.LARGE.read(bytes(body)).path("contributions").size())
                .isEqualTo(10_000);
    }

    @Test
    void readsAReturnOfEveryLine() {
        var lines = repeated(
                5_000, i -> "{\"shipment\":\"S" + i + "\",\"lot\":\"T\",\"quantity\":{\"amount\":1,\"unit\":\"JIN\"}}");
        var body = "{\"lines\":[" + lines + "],\"reason\":\"x\",\"at\":\"2020-05-01T06:00:00+08:00\"}";
        assertThat(JsonBody.USUAL.read(bytes(body)).path("lines").size()).isEqualTo(5_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"99", "[]", "{}", "\"\"", "1e9", "null"})
    void refusesWhatHasTooManyTokens(String item) {
        for (var reader : new JsonBody[] {JsonBody.USUAL, JsonBody.LARGE}) {
            int items = reader.most() / (item.length() + 1) - 100;
            assertThat(rule(reader, "{\"x\":[" + repeated(items, _ -> item) + "]}"))
                    .isEqualTo(FormRule.TOO_LARGE);
        }
    }

    @Test
    void callsOtherExcessMalformed() {
        assertThat(rule(JsonBody.USUAL, "{\"x\":" + "[".repeat(21))).isEqualTo(FormRule.MALFORMED_JSON);
        assertThat(rule(JsonBody.USUAL, "{\"x\":" + "9".repeat(101) + "}")).isEqualTo(FormRule.MALFORMED_JSON);
        assertThat(rule(JsonBody.USUAL, "{\"x\":\"" + "y".repeat(100_001) + "\"}"))
                .isEqualTo(FormRule.MALFORMED_JSON);
    }

    private static FormRule rule(JsonBody reader, String body) {
        var bad = catchThrowableOfType(BadRequest.class, () -> {
            var _ = reader.read(bytes(body));
        });
        return (FormRule) bad.errors().getFirst().rule();
    }

    private static String repeated(int times, IntFunction<String> item) {
        return IntStream.range(0, times).mapToObj(item).collect(Collectors.joining(","));
    }

    private static String each(Function<IncomePath, String> item) {
        return Arrays.stream(IncomePath.values()).map(item).collect(Collectors.joining(","));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
