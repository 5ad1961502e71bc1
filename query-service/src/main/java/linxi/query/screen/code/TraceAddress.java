package linxi.query.screen.code;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import linxi.query.QueryRule;
import linxi.query.Refused;
import linxi.query.trace.TraceCode;
import org.springframework.stereotype.Component;

/** The address that a code on a label holds, and which addresses are ours. */
@Component
public final class TraceAddress {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,252})|\\[[0-9A-Fa-f:.]{2,45}\\]");
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final TraceSettings settings;

    TraceAddress(TraceSettings settings) {
        this.settings = settings;
    }

    /** @throws Refused where nothing is set, and the request names no address that could stand on a label */
    public String of(TraceCode code, HttpServletRequest http) {
        var base = settings.base() == null ? asked(http) : settings.base().toString();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/t/" + code.text();
    }

    /** Whether that is a name of this installation: the same id may be of something else in another one. */
    public boolean isOurs(String host, HttpServletRequest http) {
        var base = settings.base();
        return host.equalsIgnoreCase(http.getServerName())
                || (base != null && host.equalsIgnoreCase(base.getHost()))
                || settings.hosts().stream().anyMatch(host::equalsIgnoreCase);
    }

    private static String asked(HttpServletRequest http) {
        var host = http.getServerName();
        if (host == null || !HOST.matcher(host).matches()) {
            throw new Refused(QueryRule.BAD_REQUEST);
        }
        int port = http.getServerPort();
        boolean usual = port == (http.isSecure() ? HTTPS : HTTP);
        return http.getScheme() + "://" + host + (usual ? "" : ":" + port);
    }
}
