package linxi.access.web;

import linxi.access.account.Accounts;
import linxi.access.account.Logins;
import linxi.access.key.ApiKeys;
import linxi.access.session.Sessions;
import linxi.edge.http.BodyRoom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where people log in: in the service that has the pages. It brings {@link Organisations}. */
@Configuration(proxyBeanMethods = false)
public class LoginConfiguration {
    @Bean
    LoginEndpoint loginEndpoint(
            Logins logins, Sessions sessions, KnownCallers known, AccessSettings settings, BodyRoom room) {
        return new LoginEndpoint(logins, sessions, known, settings, room);
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
