package linxi.access.web;

import linxi.access.account.Accounts;
import linxi.access.account.Logins;
import linxi.access.key.ApiKeys;
import linxi.access.oidc.Provider;
import linxi.access.session.Sessions;
import linxi.edge.http.BodyRoom;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where people log in: in the service that has the pages. It brings {@link Organisations}. */
@Configuration(proxyBeanMethods = false)
public class LoginConfiguration {
    @Bean
    SessionCookie sessionCookie(Sessions sessions, KnownCallers known) {
        return new SessionCookie(sessions, known);
    }

    @Bean
    LoginEndpoint loginEndpoint(Logins logins, SessionCookie cookie, AccessSettings settings, BodyRoom room) {
        return new LoginEndpoint(logins, cookie, settings, room);
    }

    @Bean
    ProviderEndpoint providerEndpoint(
            ObjectProvider<Provider> provider, Accounts accounts, Organisations organisations, SessionCookie cookie) {
        return new ProviderEndpoint(provider.getIfAvailable(), accounts, organisations, cookie);
    }

    @Bean
    AccountEndpoints accountEndpoints(
            Accounts accounts, Logins logins, ApiKeys keys, Organisations organisations, BodyRoom room) {
        return new AccountEndpoints(accounts, logins, keys, organisations, room);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Housekeeping housekeeping(Accounts accounts, Logins logins, Sessions sessions, AccessSettings settings) {
        return new Housekeeping(accounts, logins, sessions, settings);
    }
}
