package linxi.query.importing.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.util.List;
import linxi.embedded.EmbeddedMongo;
import linxi.query.importing.ImportKind;
import linxi.query.importing.run.RefusedImport.Broken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefusedImportsIT {
    private static final Instant BEGIN = Instant.parse("2020-07-01T00:00:00Z");

    private static EmbeddedMongo mongo;
    private static MongoClient client;

    private MongoDatabase database;
    private RefusedImports refused;

    @BeforeAll
    static void start() {
        mongo = EmbeddedMongo.inMemory();
        client = MongoClients.create(mongo.uri());
    }

    @AfterAll
    static void stop() {
        client.close();
        mongo.close();
    }

    @BeforeEach
    void empty() {
        database = client.getDatabase("linxi");
        database.drop();
        refused = new RefusedImports(database);
    }

    private static RefusedImport after(int seconds, Stage stage, Broken... rules) {
        var at = BEGIN.plusSeconds(seconds);
        return new RefusedImport(at, ImportKind.LOTS, "dakang", stage, null, 7, seconds, List.of(rules));
    }

    @Test
    void keepsTheNewestOnly() {
        for (int i = 0; i < RefusedImports.MOST + 5; i++) {
            refused.keep("run " + i, after(i, Stage.JUDGED));
        }
        var all = refused.newest(1_000);
        assertThat(all).hasSize(RefusedImports.MOST);
        assertThat(all.getFirst().refused()).isEqualTo(RefusedImports.MOST + 4);
        assertThat(all.getLast().refused()).isEqualTo(5);
        assertThat(refused.newest(20)).isEqualTo(all.subList(0, 20));
    }

    @Test
    void keepsOneOfEachImport() {
        refused.keep("run", after(1, Stage.JUDGED, new Broken("LOT_EXISTS", 1)));
        var sent = after(2, Stage.SENT, new Broken("LOT_EXISTS", 2), new Broken("LOT_HELD", 1));
        refused.keep("run", sent);
        assertThat(refused.newest(20)).containsExactly(sent);
    }

    @Test
    void keepsWhyItBrokeOff() {
        var cut = new RefusedImport(
                BEGIN, ImportKind.RECEIPTS, "yonghui", Stage.BROKEN_OFF, "COMMANDS_AWAY", 3, 2, List.of());
        refused.keep("run", cut);
        assertThat(refused.newest(20)).containsExactly(cut);
    }
}
