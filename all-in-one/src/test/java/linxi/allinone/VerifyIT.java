package linxi.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sale under {@code linxi verify}: sound while it runs and stopped; a planted fen and bit are named. */
class VerifyIT {
    @TempDir
    private Path folder;

    @Test
    void provesWhatIsRightAndNamesWhatIsPlanted() {
        var data = folder.resolve("data");
        String head;
        try (var linxi = LinxiProcess.up(data, LinxiProcess.freePort(), "--no-login")) {
            new Sale(new Client(linxi.url())).play();
            head = head(verified(data, 0));
            var running = Running.read(data).orElseThrow();
            try (var client = MongoClients.create(running.mongo())) {
                var database = client.getDatabase("linxi");
                namesAPlantedFen(data, database.getCollection("view_income"));
                namesAPlantedBit(data, database.getCollection("commits"));
            }
            assertThat(linxi.stop()).isIn(0, 143);
        }
        assertThat(head(verified(data, 0, "--expect", head))).isEqualTo(head);
        var other = head.replaceFirst(":.", ":" + (head.contains(":0") ? "1" : "0"));
        assertThat(verified(data, 1, "--expect", other)).contains(other);
        assertThat(verified(data, 2, "--expect", "12")).contains("--expect");
    }

    private static void namesAPlantedFen(Path data, MongoCollection<Document> incomes) {
        var document = incomes.find().first();
        var id = new Document("_id", document.get("_id"));
        var households = new ArrayList<>(document.getList("households", Document.class));
        var first = households.getFirst();
        households.set(0, new Document(first).append("v", first.getLong("v") + 1));
        var _ = incomes.replaceOne(id, new Document(document).append("households", households));
        assertThat(verified(data, 1))
                .contains("DIFFERENT income " + document.get("_id") + ": households[0].v is " + (first.getLong("v") + 1)
                        + ", expected " + first.getLong("v"))
                .contains("DIFFERENT: 1 in all");
        var _ = incomes.replaceOne(id, document);
    }

    private static void namesAPlantedBit(Path data, MongoCollection<Document> commits) {
        var id = new Document("_id", 5L);
        var document = commits.find(id).first();
        var planted = new Document(document).append("correlation", "planted");
        var _ = commits.replaceOne(id, planted);
        assertThat(verified(data, 1)).containsPattern("DAMAGED.*position 5");
        var _ = commits.replaceOne(id, document);
    }

    private static String verified(Path data, int expected, String... more) {
        var arguments = new ArrayList<>(List.of("verify", "--data", data.toString()));
        arguments.addAll(List.of(more));
        try (var verify = LinxiProcess.run(data, "en_US.UTF-8", arguments.toArray(String[]::new))) {
            assertThat(verify.exitCode()).as(verify::terminal).isEqualTo(expected);
            return verify.terminal();
        }
    }

    private static String head(String output) {
        var matcher = Pattern.compile("head ([0-9]+:[0-9a-f]{64})").matcher(output);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
