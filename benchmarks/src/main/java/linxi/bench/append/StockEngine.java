package linxi.bench.append;

import com.mongodb.client.MongoClient;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import linxi.events.BaseUnit;
import linxi.events.LotEvent.LotCommissioned;
import linxi.events.LotId;
import linxi.events.PartyId;
import linxi.events.ProductId;
import linxi.events.Quantity;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.MongoEventStorageEngine;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;

/** The same command the way Axon's guide does it: an annotated aggregate, Axon's repository, the stock engine. */
final class StockEngine implements AutoCloseable {
    private static final Instant AT = Instant.parse("2020-05-01T00:00:00Z");

    private final Configuration axon;
    private final CommandGateway gateway;

    StockEngine(MongoClient client, String database) {
        var template =
                DefaultMongoTemplate.builder().mongoDatabase(client, database).build();
        axon = DefaultConfigurer.defaultConfiguration()
                .configureAggregate(StockLot.class)
                .configureEmbeddedEventStore(configuration -> {
                    return MongoEventStorageEngine.builder()
                            .mongoTemplate(template)
                            .eventSerializer(serializer())
                            .snapshotSerializer(serializer())
                            .build();
                })
                .configureSerializer(_ -> serializer())
                .start();
        gateway = axon.commandGateway();
    }

    private static Jackson3Serializer serializer() {
        return Jackson3Serializer.builder().build();
    }

    void commission() {
        Object _ = gateway.sendAndWait(new CommissionStockLot(UUID.randomUUID().toString()));
    }

    @Override
    public void close() {
        axon.shutdown();
    }

    record CommissionStockLot(@TargetAggregateIdentifier String lot) {}

    /** What an aggregate class looks like there. */
    static final class StockLot {
        /** Null until its event says it: Axon would take anything else for its name. */
        @AggregateIdentifier
        private @Nullable String lot;

        StockLot() {}

        @CommandHandler
        StockLot(CommissionStockLot command) {
            var origin = new PartyId("coop");
            AggregateLifecycle.apply(new LotCommissioned(
                    new LotId(command.lot()),
                    origin,
                    new ProductId("egg"),
                    new Quantity(3_000, BaseUnit.PIECE),
                    null,
                    List.of(),
                    AT,
                    AT));
        }

        @EventSourcingHandler
        void on(LotCommissioned event) {
            lot = event.lot().value();
        }

        @Override
        public String toString() {
            return String.valueOf(lot);
        }
    }
}
