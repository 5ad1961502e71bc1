package linxi.access.web;

import java.time.Clock;
import linxi.access.oidc.OidcSettings;
import linxi.access.oidc.Provider;
import linxi.access.oidc.Tokens;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** What there is with the profile {@code oidc} alone. */
@Configuration(proxyBeanMethods = false)
@Profile(OidcSettings.PROFILE)
@EnableConfigurationProperties(OidcSettings.class)
class ProviderConfiguration {
    @Bean
    Provider provider(OidcSettings settings, AccessSettings access, Clock clock) {
        if (!access.login()) {
            throw new IllegalStateException("the profile oidc is for logins: linxi.access.login must not be false");
        }
        return new Provider(settings, clock);
    }

    @Bean
    Tokens tokens(Provider provider) {
        return new Tokens(provider);
    }
}
