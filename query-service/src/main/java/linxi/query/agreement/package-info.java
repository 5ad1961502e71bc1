/**
 * Benefit agreements, version by version, with their members.
 */
@NullMarked
@CheckReturnValue
package linxi.query.agreement;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
