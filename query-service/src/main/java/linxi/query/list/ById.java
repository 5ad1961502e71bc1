package linxi.query.list;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.function.Function;
import linxi.events.Id;
import linxi.query.Asked;
import linxi.query.mongo.DocumentForm;
import linxi.query.mongo.View;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Lists by id, in ASCII order: of documents whose id within their key is the id of what they are about. */
public final class ById {
    private final int limit;
    private final @Nullable String after;

    private ById(int limit, @Nullable String after) {
        this.limit = limit;
        this.after = after;
    }

    /** @throws linxi.query.Refused where limit or cursor is none, or something else was asked */
    public static ById of(Asked asked) {
        var cursor = asked.after();
        var list = new ById(asked.limit(), cursor == null ? null : read(cursor));
        asked.nothingElse();
        return list;
    }

    public <D> Page<D> page(View<D> view, Function<? super D, ? extends Id> id) {
        return page(view, Filters.empty(), id);
    }

    /** Of those that a filter lets through. */
    public <D> Page<D> page(View<D> view, Bson filter, Function<? super D, ? extends Id> id) {
        var further = after == null ? filter : Filters.and(filter, Filters.gt(DocumentForm.LOCAL_ID, after));
        var found = view.find(further, Sorts.ascending(DocumentForm.LOCAL_ID), limit + 1);
        return Page.of(found, limit, last -> Cursor.write("i " + id.apply(last).value()));
    }

    private static String read(String cursor) {
        var text = Cursor.read(cursor);
        if (!text.startsWith("i ") || !Id.isValid(text.substring(2))) {
            throw Cursor.bad(cursor);
        }
        return text.substring(2);
    }
}
