/**
 * Services as processes of their own against the embedded parts in this one, which can be stopped, slowed and cut off:
 * what stays true when they are.
 */
@NullMarked
@CheckReturnValue
package linxi.allinone.faults;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
