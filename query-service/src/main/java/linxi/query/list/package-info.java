/**
 * How lists go on: a page, an opaque cursor that stays right when something is inserted, and the two orders that there are.
 */
@NullMarked
@CheckReturnValue
package linxi.query.list;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
