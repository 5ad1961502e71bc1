package linxi.command.wiring;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import linxi.command.store.EventLog;
import linxi.command.store.StoreAway;
import linxi.command.store.StoreClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The connection to MongoDB and the event log in it. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(StoreConfiguration.class);

    /** Bounded waits everywhere: a store that is away must show as 503, not as a hanging request. */
    @Bean(destroyMethod = "close")
    MongoClient mongoClient(@Value("${linxi.mongo.uri}") String uri) {
        return StoreClient.open(uri);
    }

    @Bean
    MongoDatabase database(MongoClient client, @Value("${linxi.mongo.database}") String name) {
        return client.getDatabase(name);
    }

    @Bean(destroyMethod = "close")
    EventLog eventLog(MongoDatabase database) {
        try {
            EventLog.requireWhole(database);
        } catch (StoreAway away) {
            LOG.warn("the store is away at the start: {}", away.getMessage());
        }
        return new EventLog(database);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
