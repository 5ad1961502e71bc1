package linxi.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Sends records for ever; prints the number of each that was acknowledged. */
final class KafkaWriter {
    static final String TOPIC = "written";

    private KafkaWriter() {}

    @SuppressWarnings("resource") // Ends by being killed.
    public static void main(String[] folder) throws ExecutionException, InterruptedException {
        var kafka = EmbeddedKafka.start(Path.of(folder[0]), 0);
        createTopic(kafka);
        var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all"),
                new StringSerializer(),
                new StringSerializer());
        for (int n = 0; true; n++) {
            var line = Integer.toString(n);
            var _ = producer.send(new ProducerRecord<>(TOPIC, line), (_, failure) -> {
                if (failure == null) {
                    System.out.println(line);
                }
            });
            if (n % 20 == 0) {
                producer.flush();
            }
        }
    }

    static void createTopic(EmbeddedKafka kafka) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()))) {
            var topic = new NewTopic(TOPIC, Optional.of(1), Optional.of((short) 1));
            admin.createTopics(java.util.List.of(topic)).all().get();
        }
    }
}
