package linxi.query.trace;

import static org.assertj.core.api.Assertions.assertThat;

import linxi.query.trace.TraceCode.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceCodeTest {
    @Test
    void saysWhatItIsOf() {
        assertThat(TraceCode.of("S.SH-1.b")).contains(new TraceCode(Kind.SHIPMENT, "SH-1.b"));
        assertThat(TraceCode.of("L.S.1")).contains(new TraceCode(Kind.LOT, "S.1"));
        assertThat(new TraceCode(Kind.LOT, "T1").text()).isEqualTo("L.T1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "S.", "SH1", "X.SH1", "s.SH1", "S..", "S.a/b", "S.a b", "S.a\n", "https://example.org/"})
    void isNoneOfOurs(String text) {
        assertThat(TraceCode.of(text)).isEmpty();
    }
}
