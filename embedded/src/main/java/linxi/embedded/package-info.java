/**
 * A real Kafka broker and a durable MongoDB wire server inside this JVM, on one folder and on loopback only: what
 * all-in-one runs on, and what the tests of both services run against. Knows nothing of the domain.
 */
@NullMarked
@CheckReturnValue
package linxi.embedded;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
