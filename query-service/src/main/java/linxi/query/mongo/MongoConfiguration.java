package linxi.query.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The connection to MongoDB. Does not wait for it: until it answers, each use fails within seconds. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MongoSettings.class)
public class MongoConfiguration {
    private static final int SELECTION_SECONDS = 3;
    private static final int ANSWER_SECONDS = 8;

    @Bean
    MongoClient mongoClient(MongoSettings settings) {
        return client(settings.uri());
    }

    @Bean
    MongoDatabase mongoDatabase(MongoClient client, MongoSettings settings) {
        return client.getDatabase(settings.database());
    }

    @Bean
    Views views(MongoDatabase database) {
        return new Views(database);
    }

    @Bean
    MongoHealth mongoHealthIndicator(MongoDatabase database) {
        return new MongoHealth(database);
    }

    /** Durable writes; reads see only what cannot be rolled back; a failed write is repeated by whoever knows how. */
    public static MongoClient client(String uri) {
        var settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .retryWrites(false)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(SELECTION_SECONDS, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(SELECTION_SECONDS, TimeUnit.SECONDS)
                        .readTimeout(ANSWER_SECONDS, TimeUnit.SECONDS))
                .build();
        return MongoClients.create(settings);
    }
}
