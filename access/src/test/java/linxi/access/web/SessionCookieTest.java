package linxi.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class SessionCookieTest {
    private static String cookie(boolean secure) {
        var http = new MockHttpServletRequest();
        http.setSecure(secure);
        return SessionCookie.cookie(SessionCookie.NAME, "token", "/", Duration.ofHours(1), http)
                .toString();
    }

    @Test
    void isSecureOnTls() {
        assertThat(cookie(true)).contains("linxi-session=token;").contains("; Secure");
    }

    @Test
    void isOneThatABrowserKeepsWithoutTls() {
        assertThat(cookie(false)).doesNotContain("Secure");
    }

    @Test
    void isNoScriptsAndNoOtherSites() {
        assertThat(cookie(true)).contains("; HttpOnly", "; SameSite=Lax", "; Path=/", "; Max-Age=3600");
    }
}
