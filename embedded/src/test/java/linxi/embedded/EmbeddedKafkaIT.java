package linxi.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {
    private final Path folder;

    EmbeddedKafkaIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void keepsEveryAcknowledgedRecordThroughAKillAndARestart() throws Exception {
        var acknowledged = ChildJvm.run(KafkaWriter.class, folder).killAfter(200, Duration.ofMillis(300));
        System.out.println(acknowledged.size() + " acknowledged before the kill");
        assertThat(acknowledged).hasSizeGreaterThan(200);
        try (var kafka = EmbeddedKafka.start(folder, 0)) {
            assertThat(read(kafka)).containsAll(acknowledged);
            kafka.stop();
            kafka.start();
            assertThat(read(kafka)).containsAll(acknowledged);
            assertThatThrownBy(() -> EmbeddedKafka.start(folder, 0))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("in use by another program");
        }
    }

    @Test
    void saysThatThePortIsTaken() throws IOException {
        try (var taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress(Ports.loopback(), Ports.free()));
            assertThatThrownBy(() -> EmbeddedKafka.start(folder, taken.getLocalPort()))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("port " + taken.getLocalPort());
        }
    }

    private static Set<String> read(EmbeddedKafka kafka) {
        var partition = new TopicPartition(KafkaWriter.TOPIC, 0);
        var settings = Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            var values = new HashSet<String>();
            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (consumer.position(partition) < end && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(sent -> values.add(sent.value()));
            }
            return values;
        }
    }
}
