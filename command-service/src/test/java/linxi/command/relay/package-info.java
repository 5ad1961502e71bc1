/** Carries events to a real broker, and takes it away in every way that was thought of. */
@NullMarked
@CheckReturnValue
package linxi.command.relay;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
