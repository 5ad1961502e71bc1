/**
 * Axon at the edge: command handlers, {@code Streams} that read and record, and the storage engine that hands over to
 * the log. Knows the features and the store; no rule lives here.
 */
@NullMarked
@CheckReturnValue
package linxi.command.axon;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
