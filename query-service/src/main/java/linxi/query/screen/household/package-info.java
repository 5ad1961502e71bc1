/**
 * Pages of households: who earned how much, what one of them earned, and how each line was computed. Households are
 * written as the reader may know them, and never as people.
 */
@NullMarked
@CheckReturnValue
package linxi.query.screen.household;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
