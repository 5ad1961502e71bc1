package linxi.allinone;

import java.util.Locale;
import java.util.regex.Pattern;
import linxi.allinone.terminal.Terminal;

/** The end of the log as somebody wrote it down: position and hash, as {@code linxi verify} prints them. */
record KeptHead(long position, String hash) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,18}):([0-9a-fA-F]{64})");

    /** @throws CannotStart where the text is no such thing */
    static KeptHead parse(String text, Terminal terminal) {
        var matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new CannotStart(terminal.text("verify.expect", text));
        }
        return new KeptHead(Long.parseLong(matcher.group(1)), matcher.group(2).toLowerCase(Locale.ROOT));
    }
}
