package linxi.events.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrelationTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "order-17_b.2", "7d9f0c1e-8f2b-4f6e-9c3a-13912345678f", "1234567890"})
    void isTakenFromTheCaller(String stated) {
        assertThat(Correlation.of(stated)).isEqualTo(stated);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\nb", "a\r\nX-Evil: 1", "中", "$gt", "${jndi:x}", "<b>", "13912345678"})
    void isReplacedWhereItCouldDoHarm(String stated) {
        assertThat(UUID.fromString(Correlation.of(stated))).isNotNull();
    }

    @Test
    void isReplacedWhereItIsTooLong() {
        assertThat(Correlation.of("a".repeat(64))).hasSize(64).startsWith("aaa");
        assertThat(Correlation.of("a".repeat(65))).hasSize(36);
    }

    @Test
    void isNewWhereThereIsNone() {
        assertThat(Correlation.of(null)).isNotEqualTo(Correlation.of(null));
    }
}
