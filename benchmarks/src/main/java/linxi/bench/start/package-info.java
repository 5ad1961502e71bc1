/** Whole processes: how soon they are ready, and how much memory they keep. */
@NullMarked
@CheckReturnValue
package linxi.bench.start;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
