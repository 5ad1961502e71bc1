package linxi.access.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code linxi.access}.
 *
 * @param login whether callers log in; without, a header says who acts, on loopback only
 * @param demo whether there are accounts that everybody knows
 * @param announce whether the first password is printed by the service itself
 */
@ConfigurationProperties("linxi.access")
public record AccessSettings(
        @DefaultValue("true") boolean login,
        @DefaultValue("false") boolean demo,
        @DefaultValue("true") boolean announce) {}
