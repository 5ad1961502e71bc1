/**
 * What every feature of the command side shares: a rule, a refusal, the moment a command speaks of. Features below are
 * plain Java; Axon, MongoDB, Kafka and HTTP stay in {@code axon}, {@code store}, {@code relay} and {@code web}.
 */
@NullMarked
@CheckReturnValue
package linxi.command;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
