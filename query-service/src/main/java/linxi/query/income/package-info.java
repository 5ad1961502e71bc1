/**
 * What households earned: lines by household and month, and roll-ups by day, path and product.
 */
@NullMarked
@CheckReturnValue
package linxi.query.income;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
