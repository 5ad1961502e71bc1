package linxi.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import linxi.access.Role;
import linxi.access.account.Logins;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether the service believes that somebody came by TLS because the request says so. */
class ProxyIT {
    private static final String FIRST = "a first password";

    /** The cookies that a login sets, by a request that says it came by TLS. */
    private static List<String> cookies(String... settings) {
        try (var service = LoggedIn.start(List.of(settings), List.of())) {
            var _ = service.context().getBean(Logins.class).add("zhang", FIRST, Role.ANALYST, null);
            var body = "{\"name\": \"zhang\", \"password\": \"%s\"}".formatted(FIRST);
            var answer = service.web()
                    .send(
                            "POST",
                            "/login",
                            body.getBytes(StandardCharsets.UTF_8),
                            "Content-Type",
                            "application/json",
                            "X-Forwarded-Proto",
                            "https");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return answer.headers().allValues("Set-Cookie");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--linxi.live.most=3, false",
        // Where Spring Boot would believe it of its own.
        "--spring.main.cloud-platform=kubernetes, false",
        "--server.forward-headers-strategy=native, true"
    })
    void marksTheSessionSecureBehindAProxyThatItWasToldOf(String setting, boolean secure) {
        assertThat(cookies(setting))
                .filteredOn(it -> it.startsWith("linxi-session="))
                .singleElement()
                .satisfies(it -> assertThat(it.contains("; Secure")).isEqualTo(secure));
    }
}
