/** What an event takes on the disk. */
@NullMarked
@CheckReturnValue
package linxi.bench.bytes;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
