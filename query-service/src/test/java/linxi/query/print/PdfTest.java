package linxi.query.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import linxi.edge.http.Crowded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** Text must be read out of a paper as it was typed, and nothing may stand for something else unseen. */
class PdfTest {
    private static final Press PRESS = new Press();
    private static final About ABOUT =
            new About("标题", Locale.SIMPLIFIED_CHINESE, Instant.parse("2020-05-01T08:00:00Z"));

    private static byte[] paper(Consumer<Pdf> content) {
        return PRESS.print(ABOUT, content);
    }

    private static byte[] sheet(List<String> lines) {
        return paper(pdf -> {
            var sheet = new Sheet(pdf);
            lines.forEach(sheet::note);
        });
    }

    /** Many of them share their glyph with a radical, or with one that Korea once encoded twice. */
    @Test
    void anIdeographIsReadAsItself() {
        var all = ideographs();
        assertThat(all).contains("人", "一", "大", "方", "立", "色", "青", "食", "高", "力", "量", "金", "里", "林", "粒");
        assertThat(Read.solid(sheet(List.of(all)))).isEqualTo(all);
    }

    private static String ideographs() {
        var face = Typeface.read();
        return IntStream.rangeClosed(0x4E00, 0x9FFF)
                .filter(face::has)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** Whatever a program makes of the glyphs: what was typed is what is read, also where it is the odd one of two. */
    @ParameterizedTest
    @ValueSource(strings = {"⼈人", "力力", "·•‧・", "–‒—", "阿卜杜拉·买买提", "12.5%—“引号”（括号）〔2020〕1号", "㙱畚䶮龘"})
    void twoThatLookTheSameStayTwo(String text) {
        assertThat(Read.solid(sheet(List.of(text)))).isEqualTo(text);
    }

    @Test
    void allTextsOfPagesAreReadAsTheyWereWritten() throws IOException {
        var texts = new ArrayList<String>();
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:screens/*.properties")) {
            Properties properties = PropertiesLoaderUtils.loadProperties(new EncodedResource(file, "UTF-8"));
            properties.stringPropertyNames().stream()
                    .sorted()
                    .map(properties::getProperty)
                    .forEach(texts::add);
        }
        assertThat(texts).hasSizeGreaterThan(300);
        assertThat(Read.solid(sheet(texts))).isEqualTo(Read.solid(String.join("", texts)));
    }

    @Test
    void whatTheTypefaceHasNotIsNamed() {
        assertThat(Read.solid(sheet(List.of("𠀀🍅אب")))).isEqualTo("□U+20000□U+1F345□U+05D0□U+0628");
        assertThat(Read.solid(sheet(List.of("a\u202eb\u0007c\ud83d")))).isEqualTo("a□U+202Eb□U+0007c□U+D83D");
        assertThat(Read.text(sheet(List.of("a\tb")))).contains("a b");
    }

    @Test
    void saysWhatItIs() {
        var file = sheet(List.of("甲"));
        assertThat(Read.title(file)).isEqualTo("标题");
        assertThat(Read.language(file)).isEqualTo("zh-CN");
        assertThat(file).hasSizeLessThan(20_000);
    }

    @Test
    void aRowLongerThanAPageGoesOnOnTheNext() {
        var reason = "一二三四五六七八九十".repeat(900);
        var file = paper(pdf -> {
            var grid = new Grid().text("甲", 1).number("乙", 1);
            grid.row(reason, "1");
            grid.row("末", "2");
            new Sheet(pdf).table(grid);
        });
        assertThat(Read.pages(file)).isGreaterThan(1);
        assertThat(Read.solid(file).replace("甲乙", "").replace("1", "")).isEqualTo(reason + "末2");
    }

    @Test
    void cutsWithDots() {
        var lines = new ArrayList<String>();
        assertThat(paper(pdf -> lines.addAll(pdf.page(60, 40).broken("很长的名称".repeat(30), 10, 40, 2))))
                .isNotEmpty();
        assertThat(lines).hasSize(2);
        assertThat(lines.getLast()).endsWith("…");
    }

    @ParameterizedTest
    @ValueSource(ints = {203, 300})
    void aCodeIsReadAgain(int dotsPerInch) {
        var address = "https://" + "a".repeat(60) + ".example.org/t/S." + "x".repeat(64);
        var file = paper(pdf -> pdf.page(60, 40).code(10, 10, 22, address));
        assertThat(Read.codes(file, 0, dotsPerInch)).containsExactly(address);
    }

    /** However many want papers, two are made at a time. */
    @Test
    void turnsAwayWhomItHasNoPlaceFor() throws InterruptedException {
        var in = new CountDownLatch(2);
        var out = new CountDownLatch(1);
        for (int i = 0; i < 2; i++) {
            Thread.ofVirtual().start(() -> {
                var _ = paper(_ -> {
                    in.countDown();
                    awaited(out);
                });
            });
        }
        in.await();
        try {
            assertThatExceptionOfType(Crowded.class).isThrownBy(() -> sheet(List.of("a")));
        } finally {
            out.countDown();
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void papersMadeAtOnceAreAsGood() {
        var texts = IntStream.range(0, 6)
                .mapToObj(it -> "第" + it + "张" + "青食高立".repeat(it + 1))
                .toList();
        var files = texts.parallelStream().map(text -> printed(text)).toList();
        for (int i = 0; i < texts.size(); i++) {
            assertThat(Read.solid(files.get(i))).isEqualTo(texts.get(i));
        }
    }

    private static byte[] printed(String text) {
        while (true) {
            try {
                return sheet(List.of(text));
            } catch (Crowded others) {
                Thread.onSpinWait();
            }
        }
    }
}
