/**
 * How events travel and rest: stable names and versions, JSON, the envelope of the log and of Kafka, and upcasters that
 * lift old versions. The Java shape of an event may change with an upcaster; a name never does.
 */
@NullMarked
@CheckReturnValue
package linxi.events.wire;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
