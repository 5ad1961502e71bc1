package linxi.query.screen.code;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code linxi.trace}.
 *
 * @param base what stands before {@code /t/} in a code, such as {@code https://trace.example.cn}; null where that is
 *     the address at which whoever prints it reaches us
 * @param hosts other names of ours that stand on labels already: a label outlives an address
 */
@ConfigurationProperties("linxi.trace")
public record TraceSettings(
        @Nullable URI base, @DefaultValue List<String> hosts) {
    public TraceSettings {
        hosts = List.copyOf(hosts);
        if (base != null && !isAddress(base)) {
            throw new IllegalArgumentException("linxi.trace.base is no address like https://trace.example.cn: " + base);
        }
    }

    private static boolean isAddress(URI base) {
        return ("https".equals(base.getScheme()) || "http".equals(base.getScheme()))
                && base.getHost() != null
                && base.getUserInfo() == null
                && base.getQuery() == null
                && base.getFragment() == null;
    }
}
