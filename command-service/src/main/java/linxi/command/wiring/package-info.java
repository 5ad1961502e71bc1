/**
 * Starts the command service: configuration, the connection to MongoDB, health.
 */
@NullMarked
@CheckReturnValue
package linxi.command.wiring;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
