/**
 * Settlements between one origin and one market: gross less agreed deductions is the net, which an agreed settlement
 * shares among households, a return takes back in part and a reversal wholly.
 */
@NullMarked
@CheckReturnValue
package linxi.command.settlement;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
