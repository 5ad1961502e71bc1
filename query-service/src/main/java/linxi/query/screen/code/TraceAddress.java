package linxi.query.screen.code;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import linxi.query.QueryRule;
import linxi.query.Refused;
import linxi.query.trace.TraceCode;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Where the code on a label leads: below the setting {@code linxi.trace.base}, which every installation that prints should
 * have, else below the address that the request came to.
 */
@Component
@EnableConfigurationProperties(TraceSettings.class)
public class TraceAddress {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,80}|\\[[0-9A-Fa-f:.]{2,45}]");

    private final TraceSettings settings;

    TraceAddress(TraceSettings settings) {
        this.settings = settings;
    }

    /** @throws Refused where the request came to a host that is none */
    public String of(HttpServletRequest http, TraceCode code) {
        return (settings.base() == null ? asked(http) : settings.base()) + "/t/" + code.text();
    }

    private static String asked(HttpServletRequest http) {
        var host = http.getServerName();
        if (!HOST.matcher(host).matches()) {
            throw new Refused(QueryRule.BAD_REQUEST);
        }
        boolean secure = http.getScheme().equals("https");
        int port = http.getServerPort();
        var written = port == (secure ? 443 : 80) ? "" : ":" + port;
        return (secure ? "https://" : "http://") + host + written;
    }
}
