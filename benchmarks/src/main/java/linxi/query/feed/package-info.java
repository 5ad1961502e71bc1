/** Runs of package-private parts for the benchmarks, in the package of those parts. */
@NullMarked
@CheckReturnValue
package linxi.query.feed;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
