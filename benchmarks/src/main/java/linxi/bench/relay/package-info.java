/** From the store into Kafka, beside a bare producer. */
@NullMarked
@CheckReturnValue
package linxi.bench.relay;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
