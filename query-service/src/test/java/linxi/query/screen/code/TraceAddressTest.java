package linxi.query.screen.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import linxi.query.Refused;
import linxi.query.trace.TraceCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** The address on a label: what is set, else that at which whoever prints it reaches us. */
class TraceAddressTest {
    private static final TraceCode CODE = new TraceCode(TraceCode.Kind.SHIPMENT, "SH1");

    private static MockHttpServletRequest asked(String scheme, String host, int port) {
        var http = new MockHttpServletRequest();
        http.setScheme(scheme);
        http.setSecure(scheme.equals("https"));
        http.setServerName(host);
        http.setServerPort(port);
        return http;
    }

    private static TraceAddress withBase(String base, String... hosts) {
        return new TraceAddress(new TraceSettings(URI.create(base), List.of(hosts)));
    }

    private static TraceAddress withoutBase() {
        return new TraceAddress(new TraceSettings(null, List.of()));
    }

    @Test
    void isThatOfTheRequestWhereNothingIsSet() {
        assertThat(withoutBase().of(CODE, asked("http", "10.0.0.5", 8080))).isEqualTo("http://10.0.0.5:8080/t/S.SH1");
        assertThat(withoutBase().of(CODE, asked("https", "linxi.example", 443)))
                .isEqualTo("https://linxi.example/t/S.SH1");
        assertThat(withoutBase().of(CODE, asked("http", "[::1]", 80))).isEqualTo("http://[::1]/t/S.SH1");
    }

    @Test
    void isWhatIsSet() {
        var http = asked("http", "127.0.0.1", 8080);
        assertThat(withBase("https://linxi.example").of(CODE, http)).isEqualTo("https://linxi.example/t/S.SH1");
        assertThat(withBase("https://linxi.example/").of(CODE, http)).isEqualTo("https://linxi.example/t/S.SH1");
        assertThat(withBase("https://linxi.example/code").of(CODE, http))
                .isEqualTo("https://linxi.example/code/t/S.SH1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"linxi.example", "ftp://linxi.example", "https:///t", "https://a@linxi.example", "https://a?b"})
    void isRefusedAtTheStartWhereItIsNone(String base) {
        assertThatThrownBy(() -> withBase(base)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\"><script>", "a/b", "-a", "[x]"})
    void isNotMadeOfAStrangeHost(String host) {
        assertThatThrownBy(() -> withoutBase().of(CODE, asked("http", host, 80)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void isKnownByEveryNameOfOurs() {
        var http = asked("http", "10.0.0.5", 8080);
        var addresses = withBase("https://linxi.example", "old.example");
        assertThat(addresses.isOurs("10.0.0.5", http)).isTrue();
        assertThat(addresses.isOurs("LINXI.example", http)).isTrue();
        assertThat(addresses.isOurs("old.example", http)).isTrue();
        assertThat(addresses.isOurs("example", http)).isFalse();
        assertThat(withoutBase().isOurs("", http)).isFalse();
    }
}
