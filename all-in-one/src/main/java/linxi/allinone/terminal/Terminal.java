package linxi.allinone.terminal;

import java.io.PrintStream;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarConsumer;

/** What the program says on the terminal, in Chinese where the machine's language is Chinese, else in English. */
public final class Terminal {
    /** In a file a line may be longer than on a terminal: nothing of it is cut off. */
    private static final int LINE = 120;

    private final PrintStream out;
    private final ResourceBundle texts;

    private Terminal(PrintStream out, Locale locale) {
        this.out = out;
        this.texts = ResourceBundle.getBundle(
                "linxi.allinone.terminal.texts",
                locale.getLanguage().equals("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public static Terminal of(PrintStream out, Locale locale) {
        return new Terminal(out, locale);
    }

    public static Terminal ofThisMachine() {
        var language = System.getenv().getOrDefault("LANG", "");
        return new Terminal(System.out, language.startsWith("zh") ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH);
    }

    public String text(String key, Object... arguments) {
        return new MessageFormat(texts.getString(key), texts.getLocale()).format(arguments);
    }

    public void say(String key, Object... arguments) {
        out.println(text(key, arguments));
        out.flush();
    }

    public void tick(String key, Object... arguments) {
        out.println("  ✔ " + text(key, arguments));
        out.flush();
    }

    public void line(String text) {
        out.println(text);
        out.flush();
    }

    /** Where a progress bar is drawn: over itself on a terminal, line by line into a file or pipe. */
    @SuppressWarnings("SystemConsoleNull") // it is null where the output is no terminal, also on JDK 25
    public ProgressBarConsumer progress() {
        var console = System.console();
        return console != null && console.isTerminal()
                ? new ConsoleProgressBarConsumer(out)
                : new DelegatingProgressBarConsumer(this::line, LINE);
    }

    /** A frame around the lines, as wide as the widest. */
    public void box(List<String> lines) {
        int width = lines.stream().mapToInt(Terminal::columns).max().orElse(0);
        out.println("┌" + "─".repeat(width + 2) + "┐");
        for (var line : lines) {
            out.println("│ " + line + " ".repeat(width - columns(line)) + " │");
        }
        out.println("└" + "─".repeat(width + 2) + "┘");
        out.flush();
    }

    /** Chinese characters and full-width signs take two columns on a terminal. */
    public static int columns(String text) {
        return text.codePoints()
                .map(c -> c >= 0x1100 && Character.isDefined(c) && isWide(c) ? 2 : 1)
                .sum();
    }

    private static boolean isWide(int c) {
        return Character.isIdeographic(c) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFF60);
    }
}
