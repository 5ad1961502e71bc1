package linxi.access.gate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;

/** The table of a service's endpoints. What is not in it is nobody's. */
public final class Permits {
    private final List<Permit> permits;

    /** @param permits the more special one of two that match the same path comes first */
    public Permits(List<Permit> permits) {
        this.permits = List.copyOf(permits);
    }

    public List<Permit> all() {
        return permits;
    }

    @Nullable
    Permit find(String method, String path) {
        var at = PathContainer.parsePath(path);
        for (var permit : permits) {
            if (permit.matches(method, at)) {
                return permit;
            }
        }
        return null;
    }
}
