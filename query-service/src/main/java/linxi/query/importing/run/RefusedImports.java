package linxi.query.importing.run;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import linxi.query.importing.ImportKind;
import linxi.query.importing.run.RefusedImport.Broken;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** The collection {@code refused_imports}: the newest {@link #MOST}, each under the id of its run. */
@Component
public class RefusedImports {
    /** More than anybody reads, and little enough to be read as a whole. */
    static final int MOST = 200;

    private static final Bson NEWEST_FIRST = Sorts.descending("at", "_id");

    private final MongoCollection<Document> collection;

    RefusedImports(MongoDatabase database) {
        this.collection = database.getCollection("refused_imports");
    }

    /** In place of what was kept of the same import before: its dry run, where it was sent since. */
    void keep(String run, RefusedImport refused) {
        var document = new Document("_id", run)
                .append("at", Date.from(refused.at()))
                .append("kind", refused.kind().name())
                .append("party", refused.party())
                .append("stage", refused.stage().name())
                .append("problem", refused.problem())
                .append("rows", refused.rows())
                .append("refused", refused.refused())
                .append(
                        "rules",
                        refused.rules().stream()
                                .map(it -> new Document("rule", it.rule()).append("count", it.count()))
                                .toList());
        var _ = collection.replaceOne(Filters.eq("_id", run), document, new ReplaceOptions().upsert(true));
        forgetOld();
    }

    private void forgetOld() {
        var old = collection
                .find()
                .projection(Projections.include("_id"))
                .sort(NEWEST_FIRST)
                .skip(MOST)
                .map(it -> it.getString("_id"))
                .into(new ArrayList<>());
        if (!old.isEmpty()) {
            var _ = collection.deleteMany(Filters.in("_id", old));
        }
    }

    /** The newest first. */
    public List<RefusedImport> newest(int most) {
        return collection
                .find()
                .sort(NEWEST_FIRST)
                .limit(most)
                .map(RefusedImports::refused)
                .into(new ArrayList<>());
    }

    private static RefusedImport refused(Document it) {
        return new RefusedImport(
                it.getDate("at").toInstant(),
                ImportKind.valueOf(it.getString("kind")),
                it.getString("party"),
                Stage.valueOf(it.getString("stage")),
                it.getString("problem"),
                it.getInteger("rows"),
                it.getInteger("refused"),
                it.getList("rules", Document.class).stream()
                        .map(rule -> new Broken(rule.getString("rule"), rule.getInteger("count")))
                        .toList());
    }
}
