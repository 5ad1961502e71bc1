package linxi.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NextTest {
    @ParameterizedTest
    @ValueSource(strings = {"/", "/shipments", "/shipments?state=LOGGED&x=%2F%2Fevil.example", "/t/S.1", "/a//b"})
    void isAPageOfOurs(String page) {
        assertThat(Next.of(page)).isEqualTo(page);
    }

    @ParameterizedTest
    @CsvSource({"/lots/番茄,/lots/%E7%95%AA%E8%8C%84"})
    void isWrittenSoThatAHeaderCanHoldIt(String page, String header) {
        assertThat(Next.of(page)).isEqualTo(header);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "shipments",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/a\\..\\\\evil.example",
                "https://evil.example/",
                "https:evil.example",
                "javascript:alert(1)",
                "/\t/evil.example",
                "/\n/evil.example",
                "/a b",
                "/a\r\nSet-Cookie: linxi-session=x",
                "/%zz",
                " //evil.example",
                "/\u2028/evil.example"
            })
    void isTheFirstPageForAnythingElse(String other) {
        assertThat(Next.of(other)).isEqualTo("/");
    }

    @Test
    void isNoLongerThanACookieHasRoomFor() {
        assertThat(Next.of("/" + "a".repeat(999))).hasSize(1_000);
        assertThat(Next.of("/" + "a".repeat(1_000))).isEqualTo("/");
    }
}
