package linxi.query.screen.code;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** The names by which this installation is reached, and was when labels were printed. */
@Component
public final class OurNames {
    private final TraceSettings settings;

    OurNames(TraceSettings settings) {
        this.settings = settings;
    }

    /** Whether that is a name of this installation: the same id may be of something else in another one. */
    public boolean areOurs(String host, HttpServletRequest http) {
        return host.equalsIgnoreCase(http.getServerName())
                || host.equalsIgnoreCase(settings.host())
                || settings.hosts().stream().anyMatch(host::equalsIgnoreCase);
    }
}
