package linxi.bench.http;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.UUID;
import linxi.bench.Machine;
import linxi.command.web.CommandService;
import linxi.query.web.QueryService;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The services as they run alone, in this process, with parties, a product and lots enough to ship from. */
final class Services implements AutoCloseable {
    private final ConfigurableApplicationContext commands;
    private final @Nullable ConfigurableApplicationContext queries;
    private int lots;

    private Services(ConfigurableApplicationContext commands, @Nullable ConfigurableApplicationContext queries) {
        this.commands = commands;
        this.queries = queries;
    }

    /** @param queries whether the query service runs, too */
    static Services start(Machine machine, boolean queries) {
        var commands = run(CommandService.class, "command-service", machine);
        var services = new Services(
                commands,
                queries
                        ? run(
                                QueryService.class,
                                "query-service",
                                machine,
                                "--linxi.command-url=http://127.0.0.1:" + port(commands))
                        : null);
        try (var connection = new Connection(port(commands))) {
            services.found(connection);
        }
        return services;
    }

    private static ConfigurableApplicationContext run(Class<?> type, String name, Machine machine, String... more) {
        var arguments = new java.util.ArrayList<>(java.util.List.of(
                "--spring.config.name=" + name,
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--linxi.access.login=false",
                "--linxi.mongo.uri=" + machine.mongo(),
                "--linxi.kafka.bootstrap-servers=" + machine.kafka()));
        arguments.addAll(java.util.List.of(more));
        return new SpringApplicationBuilder(type).run(arguments.toArray(String[]::new));
    }

    private static int port(ConfigurableApplicationContext context) {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    int commandPort() {
        return port(commands);
    }

    int queryPort() {
        return port(java.util.Objects.requireNonNull(queries));
    }

    private void found(Connection connection) {
        post(connection, "/api/parties", "", """
                {"id": "coop", "kind": "COOPERATIVE", "name": {"zh": "合作社"}}""");
        post(connection, "/api/parties", "coop", """
                {"id": "market", "kind": "MARKET", "name": {"zh": "新发地"}, "region": "CN-BJ"}""");
        post(connection, "/api/products", "coop", """
                {"id": "egg", "kind": "EGG", "name": {"zh": "鸡蛋"}, "baseUnit": "PIECE", "packs": [{"name": "箱", "contains": 360}]}""");
    }

    /** Ids of new lots. */
    String[] lots(int count) {
        var ids = new String[count];
        try (var connection = new Connection(commandPort())) {
            for (int i = 0; i < count; i++) {
                ids[i] = "L" + lots++;
                post(connection, "/api/lots", "coop", """
                        {"id": "%s", "origin": "coop", "product": "egg", "quantity": {"amount": 100, "unit": "箱"},
                         "producedAt": "2020-05-01T06:00:00+08:00"}""".formatted(ids[i]));
            }
        }
        return ids;
    }

    /** A shipment as a clerk logs it. */
    static String shipment(String id, String lot) {
        return """
                {"id": "%s", "origin": "coop", "market": "market", "channel": "SUPERMARKET", "at": "2020-05-01T08:00:00+08:00",
                 "lines": [{"lot": "%s", "quantity": {"amount": 1, "unit": "箱"}, "price": {"fen": 70, "per": "PIECE"}}]}""".formatted(id, lot);
    }

    @CanIgnoreReturnValue
    static Connection.Answer post(Connection connection, String path, String party, String body) {
        var answer = connection.post(path, party, UUID.randomUUID().toString(), body);
        if (answer.status() != 201) {
            throw new IllegalStateException(path + ": " + answer);
        }
        return answer;
    }

    @Override
    public void close() {
        if (queries != null) {
            queries.close();
        }
        commands.close();
    }
}
