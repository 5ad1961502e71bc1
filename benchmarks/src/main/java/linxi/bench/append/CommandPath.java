package linxi.bench.append;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import linxi.command.Moment;
import linxi.command.axon.Commands;
import linxi.command.axon.Order;
import linxi.command.lot.CommissionLot;
import linxi.command.party.RegisterParty;
import linxi.command.product.DefineProduct;
import linxi.command.store.CommandRecord;
import linxi.events.BaseUnit;
import linxi.events.Entered;
import linxi.events.LotId;
import linxi.events.Name;
import linxi.events.PartyId;
import linxi.events.PartyKind;
import linxi.events.ProductId;
import linxi.events.ProductKind;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The command service without its web server and relay: gateway, handlers, rules, log. */
final class CommandPath implements AutoCloseable {
    private static final PartyId ORIGIN = new PartyId("coop");
    private static final ProductId PRODUCT = new ProductId("egg");
    private static final Instant AT = Instant.parse("2020-05-01T00:00:00Z");

    private final ConfigurableApplicationContext context;
    private final Commands commands;

    private CommandPath(ConfigurableApplicationContext context) {
        this.context = context;
        this.commands = context.getBean(Commands.class);
    }

    static CommandPath open(String mongo, String database) {
        var path = new CommandPath(new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.NONE)
                .properties("spring.config.name=command-service")
                .run("--linxi.mongo.uri=" + mongo, "--linxi.mongo.database=" + database));
        path.send(new RegisterParty(ORIGIN, PartyKind.COOPERATIVE, new Name("合作社", null), null, null, null, AT), null);
        path.send(
                new DefineProduct(
                        PRODUCT, ProductKind.EGG, new Name("鸡蛋", null), null, BaseUnit.PIECE, List.of(), ORIGIN, AT),
                ORIGIN.value());
        return path;
    }

    /** A command as it comes from a clerk, for an aggregate that does not exist. */
    void commission() {
        var lot = new LotId(UUID.randomUUID().toString());
        var quantity = new Entered(BigDecimal.valueOf(3_000), "PIECE");
        send(
                new CommissionLot(lot, ORIGIN, PRODUCT, quantity, AT, List.of(), ORIGIN, Moment.stated(AT)),
                ORIGIN.value());
    }

    private void send(Object command, @org.jspecify.annotations.Nullable String by) {
        var key = UUID.randomUUID().toString();
        var record = new CommandRecord(key, "0".repeat(64), 201, "/api/lots/" + key, key);
        var _ = commands.send(new Order(command, by, key, true, record, null));
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan({"linxi.command.axon", "linxi.command.wiring"})
    static class Wiring {}
}
