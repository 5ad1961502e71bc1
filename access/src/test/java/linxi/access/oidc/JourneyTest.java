package linxi.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class JourneyTest {
    private static final Journey JOURNEY =
            new Journey("s".repeat(43) + "=", "n".repeat(128), "v".repeat(128), "/lots?x=a.b&y=番茄");

    @Test
    void isInTheCookieWhatItWas() {
        assertThat(Journey.of(JOURNEY.cookie())).isEqualTo(JOURNEY);
        assertThat(JOURNEY.cookie()).matches("[\\w.=-]+");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "a.b.c.d", "....", "x", "%00"})
    void isNoneWhereTheCookieIsNot(String cookie) {
        assertThat(Journey.of(cookie)).isNull();
        assertThat(Journey.of(JOURNEY.cookie() + cookie + "!")).isNull();
    }

    @Test
    void isOfItsOwnStateOnly() {
        assertThat(JOURNEY.isOf(JOURNEY.state())).isTrue();
        assertThat(JOURNEY.isOf(JOURNEY.state() + "x")).isFalse();
        assertThat(JOURNEY.isOf("")).isFalse();
        assertThat(JOURNEY.isOf(null)).isFalse();
    }
}
