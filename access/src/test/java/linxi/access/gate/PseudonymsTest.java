package linxi.access.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PseudonymsTest {
    private final Pseudonyms ours = new Pseudonyms("a secret of thirty-two bytes....".getBytes(StandardCharsets.UTF_8));
    private final Pseudonyms theirs =
            new Pseudonyms("another one of thirty-two bytes.".getBytes(StandardCharsets.UTF_8));

    @Test
    void standForOneWordEachAndLeadBackToIt() {
        var seen = new HashSet<String>();
        for (var word : words()) {
            var pseudonym = ours.of(word);
            assertThat(seen.add(pseudonym)).as(word).isTrue();
            assertThat(ours.of(word)).isEqualTo(pseudonym);
            assertThat(ours.word(pseudonym)).isEqualTo(word);
        }
    }

    @Test
    void tellNothingWithoutTheSecret() {
        assertThat(ours.of("H01")).isNotEqualTo(theirs.of("H01")).doesNotContain("H01");
        assertThat(theirs.word(ours.of("H01"))).isNull();
        assertThat(ours.of("H01").substring(0, 10)).isNotEqualTo(ours.of("H02").substring(0, 10));
    }

    @Test
    void knowAWordThatIsNoneOfThem() {
        assertThat(List.of(
                        "",
                        "p.",
                        "H01",
                        "p.AAAA",
                        "p.!",
                        ours.of("H01") + "A",
                        ours.of("H01").substring(1)))
                .allSatisfy(it -> assertThat(ours.word(it)).as(it).isNull());
        var pseudonym = ours.of("H01");
        for (int i = 2; i < pseudonym.length() - 1; i++) {
            var other = pseudonym.charAt(i) == 'A' ? 'B' : 'A';
            assertThat(ours.word(pseudonym.substring(0, i) + other + pseudonym.substring(i + 1)))
                    .isNull();
        }
    }

    private static List<String> words() {
        return IntStream.range(0, 500)
                .mapToObj(i -> i == 0 ? "" : "H%03d".formatted(i) + "x".repeat(i % 60))
                .toList();
    }
}
