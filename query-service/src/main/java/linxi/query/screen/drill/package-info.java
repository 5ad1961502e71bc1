/** The lists under the figures: which shipments and settlements make them up. */
@NullMarked
@CheckReturnValue
package linxi.query.screen.drill;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
