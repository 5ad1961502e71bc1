package linxi.query.newest;

import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import linxi.query.mongo.NotServed;
import linxi.query.mongo.View;
import linxi.query.mongo.Views;
import org.jspecify.annotations.Nullable;

/** Answers how old the newest event is that changed a figure. */
public final class Newest {
    private final View<NewestDocument> view;

    public Newest(Views views) {
        this.view = new NewestProjection().view(views);
    }

    /** When it was recorded; null where there is none, or while this read model is still being built. */
    public @Nullable Instant recordedAt() {
        var newest = new AtomicReference<@Nullable NewestDocument>();
        try {
            view.each(Filters.empty(), it -> newest.accumulateAndGet(it, Newest::later));
        } catch (NotServed beingBuilt) {
            return null;
        }
        var found = newest.get();
        return found == null ? null : found.recordedAt();
    }

    private static @Nullable NewestDocument later(@Nullable NewestDocument one, @Nullable NewestDocument other) {
        return one == null || (other != null && other.position() > one.position()) ? other : one;
    }
}
