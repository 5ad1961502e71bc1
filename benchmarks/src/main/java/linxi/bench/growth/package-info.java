/** What a long log costs: events in it, rebuilding from it, dashboards over it. */
@NullMarked
@CheckReturnValue
package linxi.bench.growth;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
