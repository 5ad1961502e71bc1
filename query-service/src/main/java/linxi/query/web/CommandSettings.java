package linxi.query.web;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where commands go. */
@ConfigurationProperties("linxi")
record CommandSettings(
        @DefaultValue("http://localhost:8081") URI commandUrl) {}
