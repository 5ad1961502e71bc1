package linxi.command.store;

import java.time.Instant;
import org.bson.Document;
import org.bson.json.JsonMode;
import org.bson.json.JsonWriterSettings;

/**
 * The lines of an export: a head, one commit each, an end. All are canonical extended JSON, which keeps every type of
 * MongoDB; a line has one form only, so that a changed one never reads as the same.
 */
final class ArchiveLine {
    static final int VERSION = 1;
    /** A commit's document is at most 16 MiB, and no character takes more than three times its bytes in JSON. */
    static final int LONGEST = 48 << 20;

    private static final String FORMAT = "linxi log";
    private static final JsonWriterSettings CANONICAL =
            JsonWriterSettings.builder().outputMode(JsonMode.EXTENDED).build();

    private ArchiveLine() {}

    static String of(StoredCommit commit) {
        return of(commit.toDocument());
    }

    static String head(Head head, Instant now) {
        return of(new Document("format", FORMAT)
                .append("version", VERSION)
                .append("position", head.position())
                .append("hash", head.hash())
                .append("exportedAt", now.toString()));
    }

    static String end(Head head, long commits) {
        return of(new Document("commits", commits)
                .append("position", head.position())
                .append("hash", head.hash()));
    }

    /** @throws RuntimeException of many kinds where it is none, all of which mean the same */
    static StoredCommit commit(String line) {
        var document = Document.parse(line);
        var fault = CommitShape.fault(document);
        if (fault != null) {
            throw new IllegalArgumentException(fault);
        }
        var commit = StoredCommit.from(document);
        if (!of(commit).equals(line)) {
            throw new IllegalArgumentException(CommitShape.difference(document, commit.toDocument()));
        }
        return commit;
    }

    /** @throws RuntimeException of many kinds where it is none, all of which mean the same */
    static Head head(String line) {
        var document = Document.parse(line);
        if (!FORMAT.equals(document.get("format"))) {
            throw new IllegalArgumentException("not an export of a log");
        }
        if (!Integer.valueOf(VERSION).equals(document.get("version"))) {
            throw new IllegalArgumentException("version " + document.get("version") + " is not version " + VERSION);
        }
        var head = new Head(document.getLong("position"), document.getString("hash"));
        if (!head(head, Instant.parse(document.getString("exportedAt"))).equals(line)) {
            throw new IllegalArgumentException("another head than was written");
        }
        return head;
    }

    private static String of(Document document) {
        return document.toJson(CANONICAL);
    }
}
