/**
 * What was sold, donated and lost on the way: rolled up by origin and month, regrouped when asked.
 */
@NullMarked
@CheckReturnValue
package linxi.query.sales;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
