package linxi.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.assertj.core.api.AbstractStringAssert;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code linxi feed status} and {@code feed retry}: a broken record of one cooperative, before and after it is mended. */
class FeedCommandsIT {
    private static final String TOPIC = "linxi.events";

    @TempDir
    private Path folder;

    @Test
    void namesWhatIsParkedAndTakesItUpAgainOnceItIsMended() throws Exception {
        var data = folder.resolve("data");
        try (var linxi = LinxiProcess.up(data, LinxiProcess.freePort(), "--no-login")) {
            var client = new Client(linxi.url());
            client.postAsNobody("/api/parties", "{'id':'coop','kind':'COOPERATIVE','name':{'zh':'合作社'}}");
            client.record("/api/products", "coop", "{'id':'egg','kind':'EGG','name':{'zh':'鸡蛋'},'baseUnit':'PIECE'}");
            long first = lot(client, "L1");
            assertThat(client.get("/api/lots/L1?atLeast=" + first).toString()).contains("L1");
            expect(data, 0, "feed", "status").contains("nothing is parked").contains("folded up to event " + first);
            expect(data, 0, "feed", "retry").contains("nothing is parked");

            var running = Running.read(data).orElseThrow();
            var broken = plantBroken(running, first + 1);
            long second = lot(client, "L2");
            assertThat(second).isEqualTo(first + 1);
            assertThat(client.get("/api/parties?atLeast=" + second).toString()).contains("coop");
            var parked = "PARKED coop from event " + second + " on";
            expect(data, 1, "feed", "status").contains(parked).contains("UnreadableEvent");
            expect(data, 1, "verify").contains("PARKED coop from position " + second);
            expect(data, 1, "feed", "retry").contains("PARKED AGAIN coop from event " + second + " on");
            expect(data, 1, "feed", "retry", "coop", "market").contains("market is not parked");

            mend(running, broken);
            expect(data, 0, "feed", "retry", "coop").contains("coop is folded");
            expect(data, 0, "feed", "status").contains("nothing is parked");
            assertThat(client.get("/api/lots/L2?atLeast=" + second).toString()).contains("L2");
            expect(data, 0, "verify").contains("All is right.");
            assertThat(linxi.stop()).isIn(0, 143);
        }
        expect(data, 0, "verify").contains("All is right.");
    }

    private static long lot(Client client, String id) {
        return client.record("/api/lots", "coop", """
                {'id':'%s','origin':'coop','product':'egg','quantity':{'amount':30,'unit':'PIECE'},
                 'producedAt':'2020-05-01T06:00:00+08:00'}""".formatted(id));
    }

    /** A record cut off in the middle, where the relay is about to send the next event; the whole one comes behind it. */
    private static RecordsToDelete plantBroken(Running running, long position) throws Exception {
        var partition = partition(running);
        var record = new ProducerRecord<>(
                TOPIC, partition.number(), "coop", "{\"position\":".getBytes(StandardCharsets.UTF_8));
        record.headers().add("position", ascii(position));
        record.headers().add("previous", ascii(partition.last()));
        record.headers().add("aggregate", ascii("lot/L2"));
        Map<String, Object> settings = Map.of("bootstrap.servers", running.kafka());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            return RecordsToDelete.beforeOffset(
                    producer.send(record).get(20, TimeUnit.SECONDS).offset() + 1);
        }
    }

    private static void mend(Running running, RecordsToDelete broken) throws Exception {
        var where = new TopicPartition(TOPIC, partition(running).number());
        try (var admin = Admin.create(Map.of("bootstrap.servers", running.kafka()))) {
            admin.deleteRecords(Map.of(where, broken)).all().get(20, TimeUnit.SECONDS);
        }
    }

    private record Partition(int number, long last) {}

    /** As the relay has written it. */
    private static Partition partition(Running running) {
        try (var client = MongoClients.create(running.mongo())) {
            var relay =
                    client.getDatabase("linxi").getCollection("relay").find().first();
            var partitions = relay.getList("partitions", Document.class);
            int number = BuiltInPartitioner.partitionForKey(ascii("coop"), partitions.size());
            var ours = partitions.stream()
                    .filter(it -> it.getInteger("partition") == number)
                    .findFirst()
                    .orElseThrow();
            return new Partition(number, ours.getLong("last"));
        }
    }

    private static byte[] ascii(Object value) {
        return String.valueOf(value).getBytes(StandardCharsets.US_ASCII);
    }

    private static AbstractStringAssert<?> expect(Path data, int code, String... command) {
        var arguments = new ArrayList<>(List.of(command));
        arguments.addAll(List.of("--data", data.toString()));
        try (var linxi = LinxiProcess.run(data, "en_US.UTF-8", arguments.toArray(String[]::new))) {
            assertThat(linxi.exitCode()).as(linxi::terminal).isEqualTo(code);
            return assertThat(linxi.terminal());
        }
    }
}
