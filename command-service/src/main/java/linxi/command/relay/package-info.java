/**
 * Carries the log to Kafka in position order, at least once, by one leased reader. Every record names the record
 * before it in its partition, so that a reader can tell a repeat from a gap. Knows the store and Kafka, no feature.
 */
@NullMarked
@CheckReturnValue
package linxi.command.relay;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
