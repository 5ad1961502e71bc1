/**
 * What single shipments added to sales, and took back from them, day by day: the lists under the figures of
 * {@code linxi.query.sales}, fed by the same reading of the same events.
 */
@NullMarked
@CheckReturnValue
package linxi.query.sold;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
