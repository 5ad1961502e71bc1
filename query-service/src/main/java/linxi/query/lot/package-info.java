/**
 * Lots: what was commissioned, by whom it was brought, what is left, and where the rest went.
 */
@NullMarked
@CheckReturnValue
package linxi.query.lot;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
