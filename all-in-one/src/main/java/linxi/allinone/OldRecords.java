package linxi.allinone;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import linxi.allinone.terminal.Terminal;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Whether a topic holds records already: beside a log that is filled anew, read models would be made from those. */
final class OldRecords {
    private static final int MILLIS = 30_000;

    private OldRecords() {}

    /** @throws CannotStart where the broker does not say, within seconds */
    static boolean areIn(Target target, Terminal terminal) {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, target.bootstrapServers(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, MILLIS);
        try (var admin = Admin.create(settings)) {
            return areIn(admin, target.topic());
        } catch (KafkaException | ExecutionException | TimeoutException e) {
            throw new CannotStart(terminal.text("target.nobroker", target.bootstrapServers()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart(terminal.text("target.nobroker", target.bootstrapServers()));
        }
    }

    private static boolean areIn(Admin admin, String topic)
            throws ExecutionException, TimeoutException, InterruptedException {
        if (!admin.listTopics().names().get(MILLIS, TimeUnit.MILLISECONDS).contains(topic)) {
            return false;
        }
        var described = admin.describeTopics(List.of(topic)).allTopicNames().get(MILLIS, TimeUnit.MILLISECONDS);
        var latest = new HashMap<TopicPartition, OffsetSpec>();
        described.forEach((name, of) -> of.partitions()
                .forEach(
                        partition -> latest.put(new TopicPartition(name, partition.partition()), OffsetSpec.latest())));
        return admin.listOffsets(latest).all().get(MILLIS, TimeUnit.MILLISECONDS).values().stream()
                .anyMatch(end -> end.offset() > 0);
    }
}
