/** From Kafka into documents, beside bare writes of the same documents. */
@NullMarked
@CheckReturnValue
package linxi.bench.fold;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
