package linxi.bench.fold;

import java.util.List;
import linxi.query.feed.Projection;
import linxi.query.web.QueryService;

/** All that the query service feeds. */
public final class ReadModels {
    private ReadModels() {}

    public static List<Projection<?>> all() {
        return QueryService.projections();
    }
}
