/** Pages of settlements: the list, one of them with its timeline and its next steps, and the form for a new one. */
@NullMarked
@CheckReturnValue
package linxi.query.screen.settlement;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
