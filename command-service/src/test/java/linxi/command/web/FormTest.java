package linxi.command.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import linxi.command.Rule;
import linxi.command.product.AmountRule;
import linxi.events.Channel;
import linxi.events.LotId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {
    private static final Instant NOW = Instant.parse("2020-05-06T07:08:09Z");

    @ParameterizedTest
    @ValueSource(strings = {"{", "[1", "{\"a\":1,\"a\":2}", "{} {}", "{\"a\":01}", "nope", "{\"a\":NaN}"})
    void refusesMalformedJson(String body) {
        assertThat(errors(body, _ -> {})).containsExactly(FormRule.MALFORMED_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "null", "\"x\""})
    void refusesWhatIsNoObject(String body) {
        assertThat(errors(body, _ -> {})).containsExactly(FormRule.WRONG_JSON_TYPE);
    }

    @Test
    void collectsEveryError() {
        assertThat(errors("{\"lot\":\"a b\",\"channel\":\"MOON\",\"more\":1}", form -> {
                    var _ = form.id("lot", LotId::new);
                    var _ = form.choice("channel", Channel.class);
                    var _ = form.freeText("reason");
                }))
                .containsExactly(
                        FormRule.NO_ID, FormRule.VALUE_UNKNOWN, FormRule.FIELD_MISSING, FormRule.FIELD_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"身份证110101199003078515", "11010119900307851x", "电话13812345678。", "１３８１２３４５６７８"})
    void refusesPersonalData(String text) {
        assertThat(errors("{\"reason\":\"" + text + "\"}", form -> {
                    var _ = form.freeText("reason");
                }))
                .containsExactly(FormRule.PERSONAL_DATA);
    }

    @ParameterizedTest
    @ValueSource(strings = {"批次 2138123456789", "12812345678", "1101011990030785155", "1381234567"})
    void allowsOtherNumbers(String text) {
        assertThat(errors("{\"reason\":\"" + text + "\"}", form -> {
                    var _ = form.freeText("reason");
                }))
                .isEmpty();
    }

    @Test
    void judgesTimes() {
        assertThat(time("2020-05-06T15:08:09")).containsExactly(FormRule.TIME_WITHOUT_ZONE);
        assertThat(time("2020-05-06T15:13:09.001+08:00")).containsExactly(FormRule.TIME_IN_FUTURE);
        assertThat(time("2020-02-30T15:08:09Z")).containsExactly(FormRule.NO_TIME);
        assertThat(time("yesterday")).containsExactly(FormRule.NO_TIME);
        assertThat(time("2020-05-06T15:13:09+08:00")).isEmpty();
    }

    @Test
    void readsNumbersExactlyAndWithinBounds() {
        assertThat(quantity("1e3")).isEmpty();
        assertThat(quantity("0")).containsExactly(AmountRule.ZERO_AMOUNT);
        assertThat(quantity("-1")).containsExactly(AmountRule.NEGATIVE_AMOUNT);
        assertThat(quantity("9007199254740993")).containsExactly(AmountRule.AMOUNT_TOO_LARGE);
        assertThat(quantity("1e999999999")).containsExactly(FormRule.NUMBER_OUT_OF_RANGE);
        assertThat(quantity("\"1\"")).containsExactly(FormRule.WRONG_JSON_TYPE);
    }

    @Test
    void namesWhereAnErrorStands() {
        var form = Form.of(JsonBody.USUAL.read("{\"lines\":[{},{\"lot\":1}]}".getBytes(StandardCharsets.UTF_8)), NOW);
        var _ = form.lines("lines", 10, line -> line.id("lot", LotId::new));
        var bad = catchThrowableOfType(BadRequest.class, form::check);
        assertThat(bad.errors()).extracting(FormError::field).containsExactly("lines[0].lot", "lines[1].lot");
    }

    private static List<Rule> time(String text) {
        return errors("{\"at\":\"" + text + "\"}", form -> {
            var _ = form.at();
        });
    }

    private static List<Rule> quantity(String amount) {
        return errors("{\"quantity\":{\"amount\":" + amount + ",\"unit\":\"PIECE\"}}", form -> {
            var _ = form.quantity("quantity");
        });
    }

    private static List<Rule> errors(String body, Consumer<Form> read) {
        try {
            var form = Form.of(JsonBody.USUAL.read(body.getBytes(StandardCharsets.UTF_8)), NOW);
            read.accept(form);
            form.check();
            return List.of();
        } catch (BadRequest bad) {
            return bad.errors().stream().map(FormError::rule).toList();
        }
    }
}
