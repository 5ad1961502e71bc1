/**
 * How long the end of a service may take.
 */
@NullMarked
@CheckReturnValue
package linxi.edge.stop;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
