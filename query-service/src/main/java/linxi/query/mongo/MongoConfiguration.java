package linxi.query.mongo;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The connections to MongoDB. Nothing waits for it: until it answers, each use fails within seconds. Readers have their
 * own, so that they never keep the feed waiting, nor whoever looks how far it is.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MongoSettings.class)
public class MongoConfiguration {
    /** So many may read at once; more would wait for each other. */
    public static final int READERS = 100;

    private static final int SELECTION_SECONDS = 3;
    private static final int CONNECTION_SECONDS = 2;
    private static final int ANSWER_SECONDS = 8;

    @Bean
    MongoClient mongoClient(MongoSettings settings) {
        return client(settings.uri());
    }

    /** Read models say what the log says, so a reader need not wait until MongoDB cannot lose it: it would come again. */
    @Bean(defaultCandidate = false)
    MongoClient readers(MongoSettings settings) {
        return client(settings.uri(), ReadConcern.LOCAL);
    }

    @Bean
    MongoDatabase mongoDatabase(MongoClient client, MongoSettings settings) {
        return client.getDatabase(settings.database());
    }

    @Bean
    Views views(@Qualifier("readers") MongoClient readers, MongoSettings settings) {
        return new Views(readers.getDatabase(settings.database()));
    }

    @Bean
    MongoHealth mongoHealthIndicator(MongoDatabase database) {
        return new MongoHealth(database);
    }

    /** Durable writes; reads see only what cannot be rolled back; a failed write is repeated by whoever knows how. */
    public static MongoClient client(String uri) {
        return client(uri, ReadConcern.MAJORITY);
    }

    private static MongoClient client(String uri, ReadConcern reads) {
        var settings = MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(reads)
                .retryWrites(false)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(SELECTION_SECONDS, TimeUnit.SECONDS))
                .applyToSocketSettings(socket -> socket.connectTimeout(SELECTION_SECONDS, TimeUnit.SECONDS)
                        .readTimeout(ANSWER_SECONDS, TimeUnit.SECONDS))
                .applyToConnectionPoolSettings(
                        pool -> pool.maxSize(READERS).maxWaitTime(CONNECTION_SECONDS, TimeUnit.SECONDS))
                .build();
        return MongoClients.create(settings);
    }
}
