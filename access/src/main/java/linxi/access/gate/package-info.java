/** Which role may call which endpoint, and with what reach. */
@NullMarked
@CheckReturnValue
package linxi.access.gate;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
