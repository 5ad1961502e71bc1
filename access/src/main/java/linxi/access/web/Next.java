package linxi.access.web;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where somebody goes on after a login: a page of ours, whatever was asked for. */
public final class Next {
    private static final String HOME = "/";
    private static final int LONGEST = 1_000;

    /** Browsers take a backslash for a slash, and two of them for the beginning of another address. */
    private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[^\\\\\\p{C}\\s]*");

    private Next() {}

    /** @return a path, with its query, on this server */
    public static String of(@Nullable String wanted) {
        if (wanted == null || wanted.length() > LONGEST || !OURS.matcher(wanted).matches()) {
            return HOME;
        }
        try {
            var uri = URI.create(wanted);
            return uri.isAbsolute() || uri.getRawAuthority() != null ? HOME : uri.toASCIIString();
        } catch (IllegalArgumentException e) {
            return HOME;
        }
    }
}
