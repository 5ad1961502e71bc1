package linxi.access.web;

import com.mongodb.client.MongoDatabase;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Set;
import linxi.access.account.Accounts;
import linxi.access.account.Logins;
import linxi.access.gate.Gate;
import linxi.access.gate.HouseholdAccesses;
import linxi.access.gate.Permits;
import linxi.access.gate.PseudonymSecret;
import linxi.access.gate.Purposes;
import linxi.access.gate.Unlisted;
import linxi.access.key.ApiKeys;
import linxi.access.oidc.Tokens;
import linxi.access.session.Sessions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The same in both services, so that neither rests on what the other has looked at; each brings its {@link Permits}. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties(AccessSettings.class)
@Import(ProviderConfiguration.class)
public class AccessConfiguration {
    /** Of requests that were let in. */
    private static final DispatcherType[] INTERNAL = {DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.INCLUDE
    };

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    @Bean
    Accounts accounts(MongoDatabase database) {
        return new Accounts(database);
    }

    @Bean
    Logins logins(Accounts accounts, Clock clock) {
        return new Logins(accounts, clock);
    }

    @Bean
    Sessions sessions(MongoDatabase database, Clock clock) {
        return new Sessions(database, clock);
    }

    @Bean
    ApiKeys apiKeys(MongoDatabase database, Clock clock) {
        return new ApiKeys(database, clock);
    }

    @Bean
    KnownCallers knownCallers(Accounts accounts, Sessions sessions, ApiKeys keys, ObjectProvider<Tokens> tokens) {
        return new KnownCallers(accounts, sessions, keys, tokens.getIfAvailable());
    }

    @Bean
    Acting acting(AccessSettings settings) {
        return new Acting(settings.login());
    }

    @Bean
    Refusals refusals(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver) {
        return new Refusals(resolver);
    }

    /** The ways to log in are {@link LoginEndpoint} and {@link ProviderEndpoint}: Spring would make an account of its own. */
    @Bean
    AuthenticationManager authenticationManager() {
        return authentication -> {
            throw new ProviderNotFoundException("no login by " + authentication.getClass());
        };
    }

    /** Paths are matched here by the parser that chooses the endpoint; what is odd in them is its to answer. */
    @Bean
    HttpFirewall httpFirewall() {
        return new OpenFirewall();
    }

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http,
            AccessSettings settings,
            ServerProperties server,
            Permits permits,
            KnownCallers known,
            Refusals refusals)
            throws Exception {
        var _ = http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.cacheControl(cache -> cache.disable())
                        .frameOptions(frames -> frames.deny())
                        .contentSecurityPolicy(policy -> policy.policyDirectives(ContentPolicy.OURS)))
                .exceptionHandling(
                        handling -> handling.accessDeniedHandler(refusals).authenticationEntryPoint(refusals));
        if (settings.login()) {
            withLogins(http, settings, new Gate(permits), known, refusals);
        } else {
            requireLoopback(server);
            var _ = http.csrf(AbstractHttpConfigurer::disable)
                    .addFilterBefore(new Everybody(refusals), AnonymousAuthenticationFilter.class)
                    .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(INTERNAL)
                            .permitAll()
                            // What was made here would outlive this start.
                            .requestMatchers("/admin/**")
                            .denyAll()
                            .anyRequest()
                            .permitAll());
        }
        return http.build();
    }

    private static void withLogins(
            HttpSecurity http, AccessSettings settings, Gate gate, KnownCallers known, Refusals refusals)
            throws Exception {
        var _ = http.csrf(csrf -> csrf.csrfTokenRepository(CookieCsrfTokenRepository.withHttpOnlyFalse())
                        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                        // Else every request by a cookie would count as a new login, and get another token.
                        .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy())
                        .requireCsrfProtectionMatcher(AccessConfiguration::isBySession))
                .addFilterBefore(new CallerFilter(known, refusals), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> {
                    var _ = requests.dispatcherTypeMatchers(INTERNAL).permitAll();
                    if (settings.demo()) {
                        // Everybody knows its administrator, and what he made would outlive the demonstration.
                        var _ = requests.requestMatchers(HttpMethod.POST, "/admin/**")
                                .denyAll();
                    }
                    var _ = requests.anyRequest().access(gate);
                });
    }

    /** Only a browser sends a cookie without being told to. */
    private static boolean isBySession(HttpServletRequest http) {
        return !SAFE.contains(http.getMethod()) && !CallerFilter.isByKey(http) && CallerFilter.token(http) != null;
    }

    private static void requireLoopback(ServerProperties server) {
        var address = server.getAddress();
        if (address == null || !address.isLoopbackAddress()) {
            throw new IllegalStateException(
                    "linxi.access.login=false is for this machine alone: set server.address to 127.0.0.1, not "
                            + address);
        }
        var forwarded = server.getForwardHeadersStrategy();
        if (forwarded != null && forwarded != ServerProperties.ForwardHeadersStrategy.NONE) {
            // A page of another site under a name of its own could say that the name is ours.
            throw new IllegalStateException(
                    "linxi.access.login=false is for this machine alone, and believes no proxy: leave out"
                            + " server.forward-headers-strategy");
        }
    }

    @Bean
    PseudonymSecret pseudonymSecret(MongoDatabase database) {
        return new PseudonymSecret(database);
    }

    @Bean
    HouseholdAccesses householdAccesses(MongoDatabase database, Clock clock) {
        return new HouseholdAccesses(database, clock);
    }

    @Bean
    WebMvcConfigurer accessInterceptors(HouseholdAccesses looks) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                var _ = registry.addInterceptor(new Unlisted()).order(-2);
                var _ = registry.addInterceptor(new Purposes(looks)).order(-1);
            }
        };
    }
}
