package linxi.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import linxi.events.PartyId;
import linxi.query.sales.SalesDimension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskedTest {
    @Test
    void readsWhatIsThere() {
        var asked = asked(Map.of("from", "2020-05-01", "to", "2020-05-01", "groupBy", "month,product", "limit", "500"));
        assertThat(asked.days().from()).isEqualTo("2020-05-01");
        assertThat(asked.groupBy(SalesDimension.class))
                .isEqualTo(List.of(SalesDimension.MONTH, SalesDimension.PRODUCT));
        assertThat(asked.limit()).isEqualTo(500);
        asked.nothingElse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "501", "-1", "1.5", "abc", "0x10", "99999999999", " 5"})
    void refusesALimitThatIsNone(String limit) {
        refused(
                QueryRule.BAD_LIMIT,
                Map.of("limit", limit),
                asked -> assertThat(asked.limit()).isZero());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2020-02-30", "2020-5-1", "20200501", "+2020-05-01", "2020-05-01T00:00:00Z", "today"})
    void refusesADayThatIsNone(String day) {
        refused(
                QueryRule.BAD_VALUE,
                Map.of("from", day),
                asked -> assertThat(asked.days()).isNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "product,", "product,product", "PRODUCT", "weather", "product, month"})
    void refusesAGroupingThatIsNone(String groupBy) {
        refused(
                QueryRule.BAD_VALUE,
                Map.of("groupBy", groupBy),
                asked -> assertThat(asked.groupBy(SalesDimension.class)).isNull());
    }

    @Test
    void refusesWhatIsUnknownOrRepeatedOrTheWrongWayRound() {
        refused(QueryRule.UNKNOWN_PARAMETER, Map.of("colour", "red"), Asked::nothingElse);
        refused(
                QueryRule.FROM_AFTER_TO,
                Map.of("from", "2020-05-02", "to", "2020-05-01"),
                asked -> assertThat(asked.days()).isNull());
        refused(
                QueryRule.BAD_VALUE,
                Map.of("origin", "a/b"),
                asked -> assertThat(asked.id("origin", PartyId::new)).isNull());
        refused(
                QueryRule.BAD_VALUE,
                Map.of("left", "yes"),
                asked -> assertThat(asked.flag("left")).isNull());
        assertThatThrownBy(() -> {
                    var _ = new Asked(Map.of("limit", new String[] {"1", "2"}));
                })
                .extracting(it -> ((Refused) it).rule())
                .isEqualTo(QueryRule.REPEATED_PARAMETER);
    }

    private static Asked asked(Map<String, String> parameters) {
        var all = new HashMap<String, String[]>();
        parameters.forEach((name, value) -> all.put(name, new String[] {value}));
        return new Asked(all);
    }

    private static void refused(QueryRule rule, Map<String, String> parameters, Consumer<Asked> reading) {
        assertThatThrownBy(() -> reading.accept(asked(parameters)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.rule()).isEqualTo(rule));
    }
}
