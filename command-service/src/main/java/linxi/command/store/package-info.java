/**
 * The event log on MongoDB: one document per commit, gapless positions, unique keys for optimistic concurrency and
 * idempotency, group commit, a hash chain. Knows events, nothing of Axon or of any rule.
 */
@NullMarked
@CheckReturnValue
package linxi.command.store;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
