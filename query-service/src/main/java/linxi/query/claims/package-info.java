/**
 * Published figures beside the ones that the recorded events come to.
 */
@NullMarked
@CheckReturnValue
package linxi.query.claims;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
