package linxi.query.screen.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import linxi.query.trace.TraceCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people and scanners type, and what it means. */
class ScannedTextTest {
    private static List<String> meant(String text) {
        return ScannedText.meant(text, host -> host.equalsIgnoreCase("linxi.example") || host.equals("[::1]")).stream()
                .map(TraceCode::text)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "S.SH1",
                " S.SH1\r\n",
                "https://linxi.example/t/S.SH1",
                "http://linxi.example:8080/t/S.SH1?from=singlemessage#top",
                "http://[::1]:8080/t/S.SH1",
                "HTTPS://LINXI.EXAMPLE/T/S.SH1",
                // Caps lock: every letter the other way round.
                "HTTPS://LINXI.EXAMPLE/T/s.sh1",
                // Keys while Chinese is typed.
                "https：／／linxi．example／t／S．SH1",
                "https://linxi。example/t/S。SH1",
                "Ｓ．ＳＨ１",
                "\uFEFFS.SH1\u200B"
            })
    void isALabel(String text) {
        assertThat(meant(text)).as(text).first().isEqualTo("S.SH1");
    }

    @Test
    void isANumberOfAShipmentBeforeThatOfALot() {
        assertThat(meant("SH1")).startsWith("S.SH1", "L.SH1");
        assertThat(meant("sh1")).containsSubsequence("S.sh1", "L.sh1", "S.SH1", "L.SH1");
        assertThat(meant("https://linxi.example/shipments/SH1#receive"))
                .startsWith("S.SH1")
                .doesNotContain("L.SH1");
    }

    @Test
    void isTriedAsItStandsFirstUnlessItsCaseWasChanged() {
        assertThat(meant("S.ab-C")).containsExactly("S.ab-C", "S.AB-c", "S.AB-C", "S.ab-c", "S.S.ab-C", "L.S.ab-C");
        assertThat(meant("s.AB-c")).startsWith("S.ab-C", "S.AB-C", "S.ab-c", "S.AB-c");
        assertThat(meant("l.t1")).startsWith("L.T1").contains("L.t1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/t/S.SH1",
                "https://linxi.example.org/t/S.SH1",
                "https://linxi.example@example.org/t/S.SH1",
                "https://example.org/?https://linxi.example/t/S.SH1",
                "https://linxi.example/t/",
                "https://linxi.example",
                "https://linxi.example/t/S.SH1/more",
                "https://linxi.example/overview",
                "javascript:alert(1)",
                "wxp://f2f0",
                "",
                "   ",
                "番茄",
                "-SH1",
                "SH1 SH2",
                "..",
                "<b>SH1</b>"
            })
    void isNothingOfOurs(String text) {
        assertThat(meant(text)).as(text).isEmpty();
    }

    @Test
    void isNothingOfOursWhereItIsLongerThanAnythingThatWePrint() {
        assertThat(meant("S." + "A".repeat(5_000))).isEmpty();
        assertThat(meant("S." + "A".repeat(65))).isEmpty();
        assertThat(meant("S." + "A".repeat(64))).hasSizeGreaterThan(1);
    }

    @Test
    void isShownShortAndPlain() {
        assertThat(ScannedText.shown("a\u202Eb\nc\u0007")).isEqualTo("a b c");
        assertThat(ScannedText.shown("码".repeat(500))).hasSize(120).endsWith("…");
        var egg = "\uD83E\uDD5A";
        assertThat(ScannedText.shown(egg.repeat(200))).isEqualTo(egg.repeat(59) + "…");
    }
}
