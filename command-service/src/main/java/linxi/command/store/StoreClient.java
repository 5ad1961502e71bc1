package linxi.command.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.concurrent.TimeUnit;

/** Opens MongoDB clients as the log needs them. */
public final class StoreClient {
    private StoreClient() {}

    /**
     * Every call ends in seconds, also when the server does not answer. Writes are not retried by the driver: a
     * repeated batch must first be looked for. A time limit in {@code uri} is overruled.
     */
    public static MongoClient open(String uri) {
        return open(uri, 10);
    }

    /** For work on the whole log, where one answer may take minutes. */
    public static MongoClient patient(String uri) {
        return open(uri, 600);
    }

    private static MongoClient open(String uri, int seconds) {
        return MongoClients.create(MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri))
                .retryWrites(false)
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(4, TimeUnit.SECONDS))
                .applyToSocketSettings(
                        socket -> socket.connectTimeout(2, TimeUnit.SECONDS).readTimeout(seconds, TimeUnit.SECONDS))
                .applyToServerSettings(server -> server.heartbeatFrequency(2, TimeUnit.SECONDS)
                        .minHeartbeatFrequency(100, TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxSize(100).maxWaitTime(2, TimeUnit.SECONDS))
                .build());
    }
}
