package linxi.query.feed;

import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import linxi.events.Name;
import linxi.events.PartyEvent.PartyRegistered;
import linxi.events.PartyId;
import linxi.events.PartyKind;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** A topic in which the record of one party's registration is broken, or mended: for tests of the whole service. */
public final class Planted implements AutoCloseable {
    private static final String TOPIC = "linxi.events";

    private final String servers;
    private final SimpleRelay relay;

    /** On a broker that has no topic yet. */
    public Planted(String servers, MongoDatabase database) throws Exception {
        this.servers = servers;
        this.relay = new SimpleRelay(servers, TOPIC, database, new Random(1));
        make();
    }

    /** @return the position of the last one */
    public long register(String party, boolean broken) {
        if (broken) {
            relay.breakNext();
        }
        var at = Instant.parse("2026-01-01T00:00:00Z");
        return relay.send(
                new PartyRegistered(new PartyId(party), PartyKind.COOPERATIVE, new Name(party, null), null, null, at));
    }

    /** Everything again, unbroken, in a topic of the same name. */
    public void mend() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.deleteTopics(List.of(TOPIC)).all().get(20, TimeUnit.SECONDS);
            for (int looks = 0; looks < 200 && admin.listTopics().names().get().contains(TOPIC); looks++) {
                Thread.sleep(50);
            }
        }
        make();
        relay.sendAllAgain();
    }

    private void make() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            var topic = new NewTopic(TOPIC, SimpleRelay.PARTITIONS, (short) 1);
            admin.createTopics(List.of(topic)).all().get(20, TimeUnit.SECONDS);
        }
    }

    @Override
    public void close() {
        relay.close();
    }
}
