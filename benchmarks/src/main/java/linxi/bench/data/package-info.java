/** The real events that benchmarks record, send and fold. */
@NullMarked
@CheckReturnValue
package linxi.bench.data;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
