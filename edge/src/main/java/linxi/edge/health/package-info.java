/**
 * How both services look at what they depend on, for health and metrics.
 */
@NullMarked
@CheckReturnValue
package linxi.edge.health;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
