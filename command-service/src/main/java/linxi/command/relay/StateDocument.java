package linxi.command.relay;

import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import org.bson.Document;

/** The one document of the collection {@code relay}, which the query side reads too. */
final class StateDocument {
    private static final String ID = "relay";

    private final MongoCollection<Document> documents;
    private final int partitions;

    StateDocument(MongoDatabase database, int partitions) {
        this.documents = database.getCollection("relay")
                .withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
        this.partitions = partitions;
    }

    RelayState read() {
        return Optional.ofNullable(documents.find(new Document("_id", ID)).first())
                .map(this::parsed)
                .orElseGet(() -> RelayState.nothing(partitions));
    }

    /**
     * Replaces exactly the document that the state was read from.
     *
     * @return the state with its new revision
     * @throws Superseded where another relay has written since
     */
    RelayState write(RelayState state) {
        var next = new RelayState(state.position(), state.partitions(), state.revision() + 1);
        boolean written = state.revision() == 0 ? insert(next) : replace(next, state.revision());
        if (!written) {
            throw new Superseded();
        }
        return next;
    }

    private boolean insert(RelayState state) {
        try {
            return documents.insertOne(document(state)).wasAcknowledged();
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == com.mongodb.ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    private boolean replace(RelayState state, long revision) {
        var unchanged = new Document("_id", ID).append("revision", revision);
        return documents.replaceOne(unchanged, document(state)).getMatchedCount() == 1;
    }

    private static Document document(RelayState state) {
        var reached = new ArrayList<Document>();
        for (int p = 0; p < state.partitions().size(); p++) {
            var partition = state.partitions().get(p);
            reached.add(new Document("partition", p)
                    .append("last", partition.last())
                    .append("end", partition.end()));
        }
        return new Document("_id", ID)
                .append("position", state.position())
                .append("revision", state.revision())
                .append("partitions", reached);
    }

    private RelayState parsed(Document document) {
        var stored = document.getList("partitions", Document.class);
        if (stored.size() != partitions) {
            throw new WrongTopic("the relay has sent to " + stored.size() + " partitions and is now set to "
                    + partitions + ": another number needs a new topic and a rebuild");
        }
        var reached = new ArrayList<>(Collections.nCopies(partitions, Reached.NOTHING));
        for (var partition : stored) {
            var _ = reached.set(
                    partition.getInteger("partition"),
                    new Reached(partition.getLong("last"), partition.getLong("end")));
        }
        return new RelayState(document.getLong("position"), reached, document.getLong("revision"));
    }
}
