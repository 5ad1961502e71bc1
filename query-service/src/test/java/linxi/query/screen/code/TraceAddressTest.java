package linxi.query.screen.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import linxi.query.Refused;
import linxi.query.trace.TraceCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class TraceAddressTest {
    private static final TraceCode CODE = new TraceCode(TraceCode.Kind.SHIPMENT, "SH1");

    private static TraceAddress addresses(String base) {
        return new TraceAddress(new TraceSettings(base, List.of()));
    }

    private static MockHttpServletRequest request(String scheme, String host, int port) {
        var request = new MockHttpServletRequest();
        request.setScheme(scheme);
        request.setServerName(host);
        request.setServerPort(port);
        return request;
    }

    @ParameterizedTest
    @CsvSource({"https://sy.example.org", "https://sy.example.org/", "https://sy.example.org/linxi/"})
    void leadsToWhereTheInstallationSays(String base) {
        assertThat(addresses(base).of(request("http", "127.0.0.1", 8080), CODE))
                .isEqualTo(base.replaceAll("/$", "") + "/t/S.SH1");
    }

    @ParameterizedTest
    @CsvSource({
        "http,127.0.0.1,8080,http://127.0.0.1:8080/t/S.SH1",
        "https,sy.example.org,443,https://sy.example.org/t/S.SH1",
        "http,sy.example.org,80,http://sy.example.org/t/S.SH1",
        "http,[::1],8080,http://[::1]:8080/t/S.SH1"
    })
    void leadsToWhereTheRequestCameElse(String scheme, String host, int port, String address) {
        assertThat(addresses("").of(request(scheme, host, port), CODE)).isEqualTo(address);
    }

    @Test
    void believesNoHostThatIsNone() {
        var evil = request("http", "evil.example/?x=<script>", 80);
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> addresses("").of(evil, CODE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.org",
                "example.org",
                "https://",
                "https://a@example.org",
                "https://example.org/?q",
                "javascript:alert(1)",
                "http://a b"
            })
    void aSettingThatIsNoneStopsTheStart(String base) {
        assertThatIllegalArgumentException().isThrownBy(() -> addresses(base));
    }
}
