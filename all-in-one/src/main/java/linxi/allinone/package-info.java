/**
 * Everything in one process, for a county office or a try-out: a real Kafka broker, a durable MongoDB wire server and
 * both services on one data folder and the loopback address, started and stopped by one command.
 */
@NullMarked
@CheckReturnValue
package linxi.allinone;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
