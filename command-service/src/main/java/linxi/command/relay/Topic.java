package linxi.command.relay;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topic that keeps every event for ever. */
final class Topic implements AutoCloseable {
    private static final Duration CLOSING = Duration.ofSeconds(1);
    private static final Map<String, String> KEPT_FOR_EVER = Map.of(
            "retention.ms", "-1",
            "retention.bytes", "-1",
            "cleanup.policy", "delete",
            "max.message.bytes", Integer.toString(KafkaSettings.RECORD_BYTES));

    private final Admin admin;
    private final RelaySettings settings;

    Topic(RelaySettings settings) {
        this.settings = settings;
        this.admin = Admin.create(KafkaSettings.admin(settings));
    }

    /**
     * Creates the topic where it is missing, and makes one that exists keep its records.
     *
     * @throws WrongTopic where it has another number of partitions
     */
    void ensure() throws InterruptedException {
        if (!KafkaAway.unlessAway("listing topics", admin.listTopics().names()).contains(settings.topic())) {
            create();
        }
        var described = KafkaAway.unlessAway(
                        "describing " + settings.topic(),
                        admin.describeTopics(List.of(settings.topic())).allTopicNames())
                .get(settings.topic());
        int partitions = described == null ? 0 : described.partitions().size();
        if (partitions != settings.partitions()) {
            throw new WrongTopic("topic " + settings.topic() + " has " + partitions
                    + " partitions and linxi.kafka.partitions is " + settings.partitions()
                    + ": another number needs a new topic and a rebuild");
        }
        keepForEver();
    }

    private void create() throws InterruptedException {
        var topic = new NewTopic(
                        settings.topic(), Optional.of(settings.partitions()), Optional.of(settings.replicationFactor()))
                .configs(KEPT_FOR_EVER);
        try {
            KafkaAway.unlessAway(
                    "creating " + settings.topic(),
                    admin.createTopics(List.of(topic)).all());
        } catch (KafkaAway e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private void keepForEver() throws InterruptedException {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, settings.topic());
        var config = KafkaAway.unlessAway(
                        "reading the settings of " + settings.topic(),
                        admin.describeConfigs(List.of(resource)).all())
                .get(resource);
        Collection<AlterConfigOp> wrong = KEPT_FOR_EVER.entrySet().stream()
                .filter(entry -> config == null || !isSet(config.get(entry.getKey()), entry.getValue()))
                .map(entry ->
                        new AlterConfigOp(new ConfigEntry(entry.getKey(), entry.getValue()), AlterConfigOp.OpType.SET))
                .toList();
        if (!wrong.isEmpty()) {
            KafkaAway.unlessAway(
                    "changing the settings of " + settings.topic(),
                    admin.incrementalAlterConfigs(Map.of(resource, wrong)).all());
        }
    }

    private static boolean isSet(@org.jspecify.annotations.Nullable ConfigEntry entry, String value) {
        return entry != null && value.equals(entry.value());
    }

    /** The offset after the last record of each partition. */
    List<Long> ends() throws InterruptedException {
        var partitions = IntStream.range(0, settings.partitions())
                .mapToObj(p -> new TopicPartition(settings.topic(), p))
                .toList();
        var asked = partitions.stream().collect(Collectors.toMap(p -> p, _ -> OffsetSpec.latest()));
        var offsets = KafkaAway.unlessAway(
                "reading the ends of " + settings.topic(),
                admin.listOffsets(asked).all());
        return partitions.stream()
                .map(p -> {
                    var offset = offsets.get(p);
                    return offset == null ? 0 : offset.offset();
                })
                .toList();
    }

    @Override
    public void close() {
        admin.close(CLOSING);
    }
}
