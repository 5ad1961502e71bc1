/** What it costs to record: the whole command path beside a bare driver and beside the stock engine. */
@NullMarked
@CheckReturnValue
package linxi.bench.append;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
