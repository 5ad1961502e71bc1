/** Starts the embedded parts for real, and ends them by force. */
@NullMarked
@CheckReturnValue
package linxi.embedded;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
