package linxi.query.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import linxi.query.Refused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandEndpointTest {
    @ParameterizedTest
    @ValueSource(strings = {"/api/shipments", "/api/shipments/SH-1.a_b/receipts", "/api/lots/%E8%A5%BF/hold"})
    void passesPathsOnAsTheyAre(String path) {
        assertThat(CommandEndpoint.safe(path)).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/shutdown",
                "/api/../actuator",
                "/api/%2e%2e/actuator",
                "/api/%252e%252e/actuator",
                "/api/x/..%2factuator",
                "/api/x/..%5cactuator",
                "/api/..;/actuator",
                "/api/x%0d%0aHost:evil",
                "/api/x%zz",
                "//evil/api/x"
            })
    void refusesPathsThatLeadElsewhere(String path) {
        assertThatThrownBy(() -> {
                    var _ = CommandEndpoint.safe(path);
                })
                .isInstanceOf(Refused.class);
    }
}
