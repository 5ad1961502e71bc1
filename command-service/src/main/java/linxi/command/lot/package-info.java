/**
 * Lots: produce of one kind commissioned at one time, who brought it, how much of it is left, and whether it is held
 * back. Shipments take stock from lots and give it back in the same commit as their own events.
 */
@NullMarked
@CheckReturnValue
package linxi.command.lot;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
