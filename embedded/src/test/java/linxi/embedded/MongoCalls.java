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
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;

/** Counts a client's round trips by what they were, such as {@code insert commits}, and what came back. */
public final class MongoCalls implements CommandListener {
    private final Map<String, Long> calls = new ConcurrentHashMap<>();
    private final Map<String, Long> documents = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();

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
            bytes.addAndGet(new RawBsonDocument(page, new BsonDocumentCodec())
                    .getByteBuffer()
                    .remaining());
            var namespace = page.getString("ns").getValue();
            var collection = namespace.substring(namespace.indexOf('.') + 1);
            for (var batch : new String[] {"firstBatch", "nextBatch"}) {
                if (page.containsKey(batch)) {
                    documents.merge(collection, (long) page.getArray(batch).size(), Long::sum);
                }
            }
        }
    }

    /** Since the last time. */
    public Map<String, Long> takeCalls() {
        var taken = new TreeMap<>(calls);
        calls.clear();
        return taken;
    }

    /** Of one collection, since the last time. */
    public long takeDocuments(String collection) {
        var taken = documents.remove(collection);
        return taken == null ? 0 : taken;
    }

    /** Of all answers with documents, since the last time. */
    public long takeBytes() {
        return bytes.getAndSet(0);
    }
}
