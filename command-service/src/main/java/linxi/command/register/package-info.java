/** What lots and shipments ask of the registers: who and what exists, and who is suspended. */
@NullMarked
@CheckReturnValue
package linxi.command.register;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
