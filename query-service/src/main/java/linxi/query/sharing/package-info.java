/**
 * How a settlement was shared, as it was recorded, and the same worked out again for one household's line: the answer to
 * "how was this computed?".
 */
@NullMarked
@CheckReturnValue
package linxi.query.sharing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
