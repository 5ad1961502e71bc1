/**
 * How the parts of the command service are put together: the connection to MongoDB, the log, health.
 */
@NullMarked
@CheckReturnValue
package linxi.command.wiring;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
