package linxi.query.web;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.function.Supplier;
import linxi.access.gate.Pseudonyms;
import linxi.access.web.Organisations;
import linxi.edge.health.Inquiry;
import linxi.edge.http.Admission;
import linxi.query.agreement.Agreements;
import linxi.query.attributed.Attributed;
import linxi.query.claims.Claims;
import linxi.query.feed.Freshness;
import linxi.query.household.Households;
import linxi.query.income.Earnings;
import linxi.query.income.Income;
import linxi.query.lot.Lots;
import linxi.query.mongo.MongoConfiguration;
import linxi.query.mongo.Views;
import linxi.query.names.Register;
import linxi.query.newest.Newest;
import linxi.query.party.Parties;
import linxi.query.product.Products;
import linxi.query.sales.Sales;
import linxi.query.settlement.Settlements;
import linxi.query.sharing.Computations;
import linxi.query.shipment.Shipments;
import linxi.query.sold.Sold;
import linxi.query.trace.Traces;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** What the endpoints need. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CommandSettings.class)
class QueryConfiguration {
    /** Answers hold the events' own values; what is null is left out unless the answer says otherwise. */
    @Bean
    JsonMapper jsonMapper(Supplier<Pseudonyms> pseudonyms) {
        return MaskedJson.mapper(pseudonyms);
    }

    @Bean
    Organisations organisations(Views views) {
        var parties = new Parties(views);
        return parties::exists;
    }

    @Bean
    Admission admission() {
        return new Admission("linxi.queries.in.hand", MongoConfiguration.READERS);
    }

    @Bean
    Reads reads(Answers answers, Admission admission) {
        return new Reads(answers, admission);
    }

    @Bean
    Answers answers(Views views) {
        var register = new Register(views);
        var households = new Households(views, register);
        var lots = new Lots(views, register);
        var settlements = new Settlements(views, register);
        var sales = new Sales(views, register);
        var income = new Income(views, households, register);
        var products = new Products(views);
        var agreements = new Agreements(views, register);
        var earnings = new Earnings(views, households, settlements, lots, register);
        return new Answers(
                new Parties(views),
                products,
                households,
                agreements,
                lots,
                new Shipments(views, register),
                settlements,
                sales,
                income,
                earnings,
                new Claims(sales, income, lots, products),
                new Computations(views, earnings, agreements, lots),
                new Traces(views, register, households),
                new Sold(views, sales, register),
                new Attributed(views, income, register),
                new Newest(views));
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    CommandClient commandClient(CommandSettings settings) {
        return new CommandClient(settings.commandUrl());
    }

    @Bean
    LogReader logReader(CommandClient client) {
        return new LogReader(client);
    }

    @Bean
    Delegates delegates(CommandClient client) {
        return new Delegates(client);
    }

    @Bean
    HealthIndicator commandsHealthIndicator(CommandClient client) {
        var ready = new Inquiry<>(client::isReady);
        return () -> (ready.answer().orElse(false) ? Health.up() : Health.down()).build();
    }

    @Bean
    WebMvcConfigurer freshAnswers(Freshness freshness, MeterRegistry meters) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                var _ = registry.addInterceptor(new AsOf(freshness, meters))
                        .excludePathPatterns("/assets/**", "/webjars/**", "/swagger-ui/**", "/v3/**");
            }
        };
    }
}
