package linxi.access.gate;

import java.util.List;
import linxi.access.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A caller, as Spring Security knows one. */
public final class Login extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient Caller caller;
    private final boolean mustChange;

    /** @param mustChange whether nothing but a change of the password is allowed */
    public Login(Caller caller, boolean mustChange) {
        super(List.of(new SimpleGrantedAuthority("ROLE_" + caller.role())));
        this.caller = caller;
        this.mustChange = mustChange;
        setAuthenticated(true);
    }

    public Caller caller() {
        return caller;
    }

    public boolean mustChange() {
        return mustChange;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public Object getPrincipal() {
        return caller;
    }

    @Override
    public String getName() {
        return caller.name();
    }
}
