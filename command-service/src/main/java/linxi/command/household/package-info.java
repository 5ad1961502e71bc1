/**
 * Households, by opaque keys, and the status each holds over spells of days. Plain Java.
 */
@NullMarked
@CheckReturnValue
package linxi.command.household;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
