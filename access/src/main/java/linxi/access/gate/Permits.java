package linxi.access.gate;

import java.util.List;
import java.util.stream.Stream;
import linxi.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;

/** The table of a service's endpoints. What is not in it is nobody's. */
public final class Permits {
    /** What every service has beside its own: health for everybody, metrics for some, the description of its API. */
    private static final List<Permit> OF_EVERY_SERVICE = List.of(
            Permit.get("/actuator").with(Reach.ALL, Role.ADMIN, Role.AUDITOR),
            Permit.get("/actuator/prometheus").with(Reach.ALL, Role.ADMIN, Role.AUDITOR),
            Permit.get("/actuator/health").forEverybody(),
            Permit.get("/actuator/health/{*part}").forEverybody(),
            Permit.get("/v3/api-docs").forEverybody(),
            Permit.get("/v3/api-docs/swagger-config").forEverybody(),
            Permit.get("/v3/api-docs.yaml").forEverybody(),
            Permit.get("/swagger-ui.html").forEverybody(),
            Permit.get("/swagger-ui/{*file}").forEverybody(),
            Permit.get("/webjars/{*file}").forEverybody(),
            Permit.get("/error").forEverybody());

    private final List<Permit> permits;

    /** @param own of the service alone; the more special one of two that match the same path comes first */
    public Permits(List<Permit> own) {
        this.permits = Stream.concat(own.stream(), OF_EVERY_SERVICE.stream()).toList();
    }

    /** How far a role gets with an endpoint. */
    public Reach reach(String method, String path, Role role) {
        var permit = find(method, path);
        return permit == null ? Reach.NONE : permit.of(role);
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
