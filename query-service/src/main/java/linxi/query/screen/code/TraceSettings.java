package linxi.query.screen.code;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code linxi.trace}.
 *
 * @param base what stands before {@code /t/} in a code, such as {@code https://trace.example.cn}; null, or empty, where
 *     that is the address at which whoever prints it reaches us
 * @param hosts other names of ours that stand on labels already: a label outlives an address
 */
@ConfigurationProperties("linxi.trace")
public record TraceSettings(
        @Nullable String base, @DefaultValue List<String> hosts) {
    /** Longer ones make a code of modules too small to be printed. */
    private static final int LONGEST = 100;

    public TraceSettings {
        hosts = List.copyOf(hosts);
        base = base == null || base.isBlank() ? null : judged(base.strip());
    }

    private static String judged(String base) {
        var address = URI.create(base);
        boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
        boolean bare =
                address.getRawQuery() == null && address.getRawFragment() == null && address.getUserInfo() == null;
        if (!web || !bare || address.getHost() == null || base.length() > LONGEST) {
            throw new IllegalArgumentException("linxi.trace.base is no address like https://trace.example.cn: " + base);
        }
        return base.replaceAll("/+$", "");
    }

    /** Of the base; null where there is none. */
    public @Nullable String host() {
        return base == null ? null : URI.create(base).getHost();
    }
}
