package linxi.query.print;

import java.time.Instant;
import java.util.Locale;

/** What a paper says of itself to programs. */
public record About(String title, Locale language, Instant made) {}
