/** Exact shares with carry, beside plain floating point. */
@NullMarked
@CheckReturnValue
package linxi.bench.attribution;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
