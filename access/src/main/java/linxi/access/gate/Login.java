package linxi.access.gate;

import java.util.List;
import linxi.access.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/** A caller, as Spring Security knows one. */
public final class Login extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient Caller caller;
    private final boolean mustChange;
    private final @Nullable String person;

    /** @param mustChange whether nothing but a change of the password is allowed */
    public Login(Caller caller, boolean mustChange) {
        this(caller, mustChange, null);
    }

    /** @param person what a provider calls him whom it vouches for; null for accounts and keys of our own */
    public Login(Caller caller, boolean mustChange, @Nullable String person) {
        super(List.of(new SimpleGrantedAuthority("ROLE_" + caller.role())));
        this.caller = caller;
        this.mustChange = mustChange;
        this.person = person;
        setAuthenticated(true);
    }

    /** Of the request that this thread answers; null where nobody is logged in. */
    public static @Nullable Login current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof Login login ? login : null;
    }

    public Caller caller() {
        return caller;
    }

    public boolean mustChange() {
        return mustChange;
    }

    /** Whether a provider vouches for him: then he has no password here. */
    public boolean isOfProvider() {
        return person != null;
    }

    /** For people to read. */
    public String shownName() {
        return person == null ? caller.name() : person;
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
