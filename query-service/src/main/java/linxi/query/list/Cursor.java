package linxi.query.list;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import linxi.query.QueryRule;
import linxi.query.Refused;

/** Text that names the last item of a page without promising callers anything about its form. */
final class Cursor {
    private Cursor() {}

    static String write(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Refused where it is none of ours */
    static String read(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw bad(cursor);
        }
    }

    static Refused bad(String cursor) {
        return new Refused(QueryRule.BAD_CURSOR, "after", cursor);
    }
}
