/** Pages of lots: the list, one of them with who brought it and where it went, and the form for a new one. */
@NullMarked
@CheckReturnValue
package linxi.query.screen.lot;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
