package linxi.allinone.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import linxi.access.Role;
import linxi.access.key.ApiKeys;
import linxi.allinone.oidc.Visitor.Page;
import linxi.embedded.EmbeddedKafka;
import linxi.events.PartyId;

/** A provider, both services that trust it, and a cooperative that both know. */
record County(EmbeddedKafka kafka, EmbeddedProvider provider, Services services) implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static County in(Path folder) {
        var kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
        var provider = new EmbeddedProvider();
        var services = new Services(provider.issuer(), kafka.bootstrapServers());
        provider.sendsBackTo(services.queries() + "/login/oidc/code");
        var county = new County(kafka, provider, services);
        county.found();
        return county;
    }

    private void found() {
        // The first party is nobody's; whatever follows is somebody's.
        assertThat(post(services.commands() + "/api/parties", key(Role.ADMIN), party("dakang"))
                        .status())
                .isEqualTo(201);
        var admin = "Bearer " + services.bean(ApiKeys.class).make("test", Role.ADMIN, new PartyId("dakang"));
        assertThat(post(services.commands() + "/api/products", admin, """
                {"id": "egg", "kind": "EGG", "name": {"zh": "鸡蛋"}, "baseUnit": "PIECE"}""").status())
                .isEqualTo(201);
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (new Visitor()
                        .get(services.queries() + "/api/products/egg", "Authorization", admin)
                        .status()
                != 200) {
            assertThat(System.nanoTime()).as("the read models know it").isLessThan(end);
        }
    }

    static String party(String id) {
        return """
                {"id": "%s", "kind": "COOPERATIVE", "name": {"zh": "名称"}}""".formatted(id);
    }

    static String lot(String id) {
        return """
                {"id": "%s", "origin": "dakang", "product": "egg", "quantity": {"amount": 10, "unit": "PIECE"},
                 "producedAt": "2020-01-01T00:00:00Z"}""".formatted(id);
    }

    /** For the header, of a key of ours. */
    String key(Role role) {
        return "Bearer " + services.bean(ApiKeys.class).make("test", role, null);
    }

    Page post(String url, String authorization, String json) {
        return new Visitor().post(url, json, "Authorization", authorization);
    }

    @Override
    public void close() {
        services.close();
        provider.close();
        kafka.close();
    }
}
