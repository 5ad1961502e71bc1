package linxi.allinone.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.web.client.RestClient;

/** Spring's authorization server, with people and programs of a county. */
final class EmbeddedProvider implements AutoCloseable {
    static final String SECRET = "sesame";
    static final String PASSWORD = "open sesame";
    static final String AUDIENCE = "linxi-api";

    /** What is claimed of each of them, beside the subject. */
    private static final Map<String, Map<String, Object>> CLAIMS = Map.of(
            "wangfang", clerk("dakang", "王芳"),
            "wanggang", clerk("dakang", "王刚"),
            "stray", clerk("nowhere", "stray"),
            "homeless", Map.of("groups", List.of("/linxi/clerks")),
            "viewer", Map.of("groups", List.of("/linxi/viewers")),
            "guest", Map.of("groups", List.of("staff")),
            "admin-program", Map.of("groups", List.of("/linxi/admins"), "organisation", "dakang"),
            "clerk-program", clerk("dakang", "clerk-program"),
            "guest-program", Map.of("groups", List.of("staff")));

    private static Map<String, Object> clerk(String organisation, String name) {
        return Map.of(
                "groups", List.of("staff", "/linxi/clerks"), "organisation", organisation, "preferred_username", name);
    }

    private final ConfigurableApplicationContext context;

    EmbeddedProvider() {
        context = new SpringApplicationBuilder(Server.class)
                .properties("server.port=0", "spring.config.name=provider", "spring.main.banner-mode=off")
                .run();
    }

    String issuer() {
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    }

    RSAKey key() {
        return context.getBean(RSAKey.class);
    }

    /** That a program gets for its own name and secret. */
    String token(String program) {
        var credentials = program + ":" + SECRET + program;
        var answer = RestClient.create(issuer())
                .post()
                .uri("/oauth2/token")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body("grant_type=client_credentials")
                .retrieve()
                .body(new ParameterizedTypeReference<Map<String, Object>>() {});
        return String.valueOf(Objects.requireNonNull(answer).get("access_token"));
    }

    /** To where people may be sent back; known only when our service runs. */
    void sendsBackTo(String uri) {
        context.getBean(InMemoryRegisteredClientRepository.class).save(system(uri));
    }

    @Override
    public void close() {
        context.close();
    }

    private static RegisteredClient system(String uri) {
        return RegisteredClient.withId("linxi")
                .clientId("linxi")
                .clientSecret("{noop}" + SECRET)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(uri)
                .scope("openid")
                .scope("profile")
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .build();
    }

    private static RegisteredClient program(String name) {
        return RegisteredClient.withId(name)
                .clientId(name)
                .clientSecret("{noop}" + SECRET + name)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .build();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebSecurity
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class
    })
    static class Server {
        @Bean
        @Order(1)
        SecurityFilterChain endpoints(HttpSecurity http) throws Exception {
            return http.oauth2AuthorizationServer(server -> {
                        var _ = http.securityMatcher(server.getEndpointsMatcher());
                        var _ = server.oidc(Customizer.withDefaults());
                    })
                    .authorizeHttpRequests(all -> all.anyRequest().authenticated())
                    .exceptionHandling(
                            it -> it.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
                    .build();
        }

        @Bean
        @Order(2)
        SecurityFilterChain people(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(all -> all.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .build();
        }

        @Bean
        UserDetailsService users() {
            return new InMemoryUserDetailsManager(CLAIMS.keySet().stream()
                    .map(name -> User.withUsername(name)
                            .password("{noop}" + PASSWORD)
                            .roles("PERSON")
                            .build())
                    .toList());
        }

        @Bean
        InMemoryRegisteredClientRepository clients() {
            return new InMemoryRegisteredClientRepository(
                    system("http://127.0.0.1:1/"),
                    program("admin-program"),
                    program("clerk-program"),
                    program("guest-program"));
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }

        @Bean
        RSAKey key() throws JOSEException {
            return new RSAKeyGenerator(2_048)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .generate();
        }

        @Bean
        JWKSource<SecurityContext> keys(RSAKey key) {
            return new ImmutableJWKSet<>(new JWKSet(key));
        }

        /** Of its own tokens, for what it says of people. */
        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return NimbusJwtDecoder.withJwkSource(keys).build();
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims() {
            return token -> {
                var who = Objects.requireNonNull(token.<Authentication>getPrincipal())
                        .getName();
                token.getClaims().claims(all -> all.putAll(Objects.requireNonNull(CLAIMS.get(who))));
                if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(token.getAuthorizationGrantType())) {
                    token.getClaims().audience(List.of(AUDIENCE));
                }
            };
        }
    }
}
