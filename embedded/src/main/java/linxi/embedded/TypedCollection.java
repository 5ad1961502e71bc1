package linxi.embedded;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.LinkedHashSet;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** Looks at each document that an index has found once, and at what it was found by as at a set. */
final class TypedCollection extends H2Collection {
    private volatile @Nullable Wanted last;

    TypedCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            MVMap<String, Object> meta,
            CursorRegistry cursors) {
        super(database, name, options, documents, meta, cursors);
    }

    /** The stock collection gives a document out for each of the wanted values that it has in an array. */
    @Override
    protected QueryResult matchDocuments(
            Document query,
            Iterable<Object> found,
            Document order,
            int skip,
            int limit,
            int batch,
            Document projection) {
        var once = new LinkedHashSet<Object>();
        found.forEach(once::add);
        return super.matchDocuments(query, once, order, skip, limit, batch, projection);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // comparing what was asked for would cost what it saves
    protected boolean documentMatchesQuery(Document document, Document query) {
        var wanted = last;
        if (wanted == null || wanted.query() != query) {
            wanted = Wanted.of(query);
            if (wanted == null) {
                return super.documentMatchesQuery(document, query);
            }
            last = wanted;
        }
        var matches = wanted.matches(document);
        return matches == null ? super.documentMatchesQuery(document, query) : matches;
    }
}
