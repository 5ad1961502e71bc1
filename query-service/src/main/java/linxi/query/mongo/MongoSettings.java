package linxi.query.mongo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the read models lie: one database, the same as the event log's. */
@ConfigurationProperties("linxi.mongo")
public record MongoSettings(
        @DefaultValue("mongodb://localhost:27017") String uri,
        @DefaultValue("linxi") String database) {}
