package linxi.embedded;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.BsonDocument;
import org.bson.BsonString;

/** Counts a client's round trips by what they were, such as {@code insert commits}, and the documents that came back. */
public final class MongoCalls implements CommandListener {
    private final Map<String, Long> calls = new ConcurrentHashMap<>();
    private final AtomicLong documents = new AtomicLong();

    @Override
    public void commandStarted(CommandStartedEvent event) {
        var command = event.getCommand();
        var name = event.getCommandName();
        var collection = command.get(name.equals("getMore") ? "collection" : name);
        if (collection instanceof BsonString of) {
            calls.merge(name + " " + of.getValue(), 1L, Long::sum);
        }
    }

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
        var cursor = event.getResponse().get("cursor");
        if (cursor instanceof BsonDocument page) {
            for (var batch : new String[] {"firstBatch", "nextBatch"}) {
                documents.addAndGet(
                        page.containsKey(batch) ? page.getArray(batch).size() : 0);
            }
        }
    }

    /** Since the last time. */
    public Map<String, Long> takeCalls() {
        var taken = new TreeMap<>(calls);
        calls.clear();
        return taken;
    }

    /** Since the last time. */
    public long takeDocuments() {
        return documents.getAndSet(0);
    }
}
