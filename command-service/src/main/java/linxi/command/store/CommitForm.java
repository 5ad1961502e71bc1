package linxi.command.store;

import java.time.DateTimeException;
import java.util.Objects;
import org.bson.BSONException;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.jspecify.annotations.Nullable;

/**
 * A stored document, read strictly: every byte of it has to be as this program writes the commit that it holds, for
 * the hash chain covers a commit's content and not its document.
 *
 * @param commit null where the document cannot be read as one
 * @param fault what is wrong with its form; null if nothing is
 */
record CommitForm(@Nullable StoredCommit commit, @Nullable String fault) {
    private static final DocumentCodec CODEC = new DocumentCodec();

    static CommitForm of(RawBsonDocument raw) {
        Document document;
        try {
            document = raw.decode(CODEC);
        } catch (BSONException | IllegalArgumentException e) {
            return new CommitForm(null, "bytes that are no document: " + e.getMessage());
        }
        var fault = CommitShape.fault(document);
        if (fault != null) {
            return new CommitForm(null, fault);
        }
        try {
            var commit = StoredCommit.from(document);
            var again = commit.toDocument();
            return new CommitForm(commit, hasTheBytesOf(raw, again) ? null : CommitShape.difference(document, again));
        } catch (ClassCastException | NullPointerException | DateTimeException e) {
            return new CommitForm(null, "it cannot be read as a commit: " + e);
        }
    }

    private static boolean hasTheBytesOf(RawBsonDocument raw, Document document) {
        return Objects.equals(
                raw.getByteBuffer().asNIO(),
                new RawBsonDocument(document, CODEC).getByteBuffer().asNIO());
    }
}
