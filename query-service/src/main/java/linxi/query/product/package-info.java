/**
 * The catalogue: products, brands, base units and packs.
 */
@NullMarked
@CheckReturnValue
package linxi.query.product;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
