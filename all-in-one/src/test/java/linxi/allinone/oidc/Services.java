package linxi.allinone.oidc;

import java.util.ArrayList;
import java.util.List;
import linxi.command.web.CommandService;
import linxi.embedded.EmbeddedMongo;
import linxi.query.web.QueryService;
import org.springframework.context.ConfigurableApplicationContext;

/** Both services with the profile, on one store. */
final class Services implements AutoCloseable {
    private final EmbeddedMongo mongo = EmbeddedMongo.inMemory();
    private final ConfigurableApplicationContext commands;
    private final ConfigurableApplicationContext queries;

    /** @param kafka where nothing need be */
    Services(String issuer, String kafka) {
        var shared = List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.profiles.active=oidc",
                "--linxi.access.announce=false",
                "--linxi.access.oidc.issuer=" + issuer,
                "--linxi.access.oidc.client-id=linxi",
                "--linxi.access.oidc.client-secret=" + EmbeddedProvider.SECRET,
                "--linxi.access.oidc.scopes=profile",
                "--linxi.access.oidc.audience=" + EmbeddedProvider.AUDIENCE,
                "--linxi.access.oidc.role-claim=groups",
                "--linxi.access.oidc.roles.clerk=/linxi/clerks",
                "--linxi.access.oidc.roles.household-viewer=/linxi/viewers",
                "--linxi.access.oidc.roles.admin=/linxi/admins",
                "--linxi.mongo.uri=" + mongo.uri(),
                "--linxi.kafka.bootstrap-servers=" + kafka);
        commands = CommandService.application().run(shared.toArray(String[]::new));
        var more = new ArrayList<>(shared);
        more.add("--linxi.command-url=" + url(commands));
        queries = QueryService.application().run(more.toArray(String[]::new));
    }

    private static String url(ConfigurableApplicationContext service) {
        return "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port");
    }

    String commands() {
        return url(commands);
    }

    String queries() {
        return url(queries);
    }

    <T> T bean(Class<T> type) {
        return queries.getBean(type);
    }

    @Override
    public void close() {
        queries.close();
        commands.close();
        mongo.close();
    }
}
