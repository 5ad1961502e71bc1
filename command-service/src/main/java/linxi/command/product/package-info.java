/**
 * Products, their units and packs, and how a stated quantity becomes base units. Plain Java.
 */
@NullMarked
@CheckReturnValue
package linxi.command.product;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
