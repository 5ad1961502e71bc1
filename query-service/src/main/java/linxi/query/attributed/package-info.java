/**
 * What single settlements gave to households, and took back from them, day by day: the lists under the figures of
 * {@code linxi.query.income}, fed by the same reading of the same events. No household stands in them.
 */
@NullMarked
@CheckReturnValue
package linxi.query.attributed;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
