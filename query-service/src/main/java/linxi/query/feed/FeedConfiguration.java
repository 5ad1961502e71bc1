package linxi.query.feed;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every {@link Projection} bean is fed. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KafkaSettings.class)
class FeedConfiguration {
    @Bean
    Store feedStore(MongoDatabase database) {
        return new MongoStore(database);
    }

    @Bean
    Freshness freshness(MongoDatabase database, Store store) {
        return new Freshness(database, store);
    }

    @Bean(destroyMethod = "") // its lifecycle closes it
    Feed feed(KafkaSettings settings, Store store, List<Projection<?>> projections, Freshness freshness) {
        return new Feed(settings, store, projections, freshness::progressed);
    }

    @Bean
    FeedLifecycle feedLifecycle(Feed feed) {
        return new FeedLifecycle(feed);
    }

    @Bean
    FeedHealth feedHealthIndicator(Feed feed) {
        return new FeedHealth(feed);
    }
}
