/**
 * Products: what is shipped, its base unit for life and the packs it comes in. Amounts and prices as people state them
 * become whole base units here, exactly or not at all.
 */
@NullMarked
@CheckReturnValue
package linxi.command.product;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
