package linxi.query.trace;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.regex.Pattern;
import linxi.query.QueryRule;
import linxi.query.Refused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where the code on a label leads: below the setting {@code linxi.trace.base}, which every installation that prints should
 * have, else below the address that the request came to.
 */
@Component
public final class TraceAddress {
    /** Longer ones make a code of modules too small to be printed. */
    private static final int LONGEST = 100;

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]{1,80}|\\[[0-9A-Fa-f:.]{2,45}]");

    private final String base;

    TraceAddress(@Value("${linxi.trace.base:}") String base) {
        this.base = base.isBlank() ? "" : judged(base.strip());
    }

    private static String judged(String base) {
        var address = URI.create(base);
        boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
        boolean bare =
                address.getRawQuery() == null && address.getRawFragment() == null && address.getUserInfo() == null;
        if (!web || !bare || address.getHost() == null || base.length() > LONGEST) {
            throw new IllegalArgumentException("linxi.trace.base is no address such as https://example.org: " + base);
        }
        return base.replaceAll("/+$", "");
    }

    /** @throws Refused where the request came to a host that is none */
    public String of(HttpServletRequest http, TraceCode code) {
        return (base.isEmpty() ? asked(http) : base) + "/t/" + code.text();
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
