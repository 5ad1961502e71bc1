package linxi.query.feed;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import linxi.query.mongo.Catalogs;
import linxi.query.mongo.Views;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every {@link Projection} bean is fed. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KafkaSettings.class)
class FeedConfiguration {
    @Bean
    Freshness freshness(MongoDatabase database, Views views) {
        return new Freshness(database, views);
    }

    @Bean(destroyMethod = "") // its lifecycle closes it
    Feed feed(KafkaSettings settings, MongoDatabase database, List<Projection<?>> projections, Freshness freshness) {
        return new Feed(
                settings,
                new Catalogs(database),
                new Remains(database, Views.GRACE),
                generations -> new MongoStore(database, generations),
                projections,
                freshness::folded);
    }

    @Bean(destroyMethod = "")
    Newcomers newcomers(KafkaSettings settings, MongoDatabase database, List<Projection<?>> projections) {
        return new Newcomers(new Catalogs(database), projections, new Rebuild(database, settings, projections));
    }

    @Bean
    Rebuilding rebuilding(KafkaSettings settings, MongoDatabase database, List<Projection<?>> projections) {
        return new Rebuilding(database, settings, projections);
    }

    @Bean
    FeedLifecycle feedLifecycle(Feed feed, Newcomers newcomers) {
        return new FeedLifecycle(feed, newcomers);
    }

    @Bean
    Drain drain(Freshness freshness) {
        return new Drain(freshness);
    }

    @Bean
    FeedMeters feedMeters(Feed feed, Freshness freshness) {
        return new FeedMeters(feed, freshness);
    }

    @Bean
    FeedHealth feedHealthIndicator(Feed feed) {
        return new FeedHealth(feed);
    }
}
