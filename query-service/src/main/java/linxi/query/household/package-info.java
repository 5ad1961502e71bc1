/**
 * The register of households by opaque key, with the spells of status each has held. No names, ever.
 */
@NullMarked
@CheckReturnValue
package linxi.query.household;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
