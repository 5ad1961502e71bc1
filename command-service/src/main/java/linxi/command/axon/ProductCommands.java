package linxi.command.axon;

import java.util.List;
import linxi.command.party.Party;
import linxi.command.product.DefineProduct;
import linxi.command.product.Product;
import linxi.events.StreamId;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.stereotype.Component;

/** Defines products. */
@Component
class ProductCommands {
    private final Streams streams;

    ProductCommands(Streams streams) {
        this.streams = streams;
    }

    @CommandHandler
    void on(DefineProduct command) {
        var product = StreamId.of(command.product());
        var acting = StreamId.of(command.by());
        var tx = streams.create(product, List.of());
        tx.record(command.decide(
                tx.state(product, Product.class), streams.peek(acting).state(acting, Party.class)));
    }
}
