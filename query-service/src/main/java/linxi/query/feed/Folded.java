package linxi.query.feed;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Utils;

/** What relay and feeds have written about how far they are, for those who check it. */
public final class Folded {
    private final long epoch;
    private final RelayState relay;
    private final Map<Integer, Progress> taken;

    private Folded(long epoch, RelayState relay, Map<Integer, Progress> taken) {
        this.epoch = epoch;
        this.relay = relay;
        this.taken = taken;
    }

    /** Into the documents of an epoch. */
    public static Folded read(MongoDatabase database, long epoch) {
        var relay = RelayState.read(database);
        return new Folded(epoch, relay, new ProgressTable(database).of(epoch));
    }

    /** Up to this position every event of every key is folded, or parked. */
    public long upTo() {
        return relay.foldedBy(taken);
    }

    /** Whether the event of this key at this position is folded, or parked: one partition does not wait for another. */
    public boolean holds(String key, long position) {
        return position <= taken.getOrDefault(partition(key), Progress.NONE).folded();
    }

    /** In which events of a key come, as the relay chooses it; 0 where the relay has written nothing. */
    public int partition(String key) {
        var bytes = key.getBytes(StandardCharsets.UTF_8);
        return relay.ends().isEmpty()
                ? 0
                : Utils.toPositive(Utils.murmur2(bytes)) % relay.ends().size();
    }

    /**
     * What is not there and must be where these partitions have documents: {@code relay}, or {@code feed} with the number
     * of the epoch and of the partition. Only between the first writes of all may it be missing for a moment, too.
     */
    public List<String> missing(Collection<Integer> partitions) {
        if (relay.ends().isEmpty()) {
            return partitions.isEmpty() && taken.isEmpty() ? List.of() : List.of("relay");
        }
        return partitions.stream()
                .filter(partition -> !taken.containsKey(partition))
                .sorted()
                .map(partition -> "feed " + epoch + "/" + partition)
                .toList();
    }
}
