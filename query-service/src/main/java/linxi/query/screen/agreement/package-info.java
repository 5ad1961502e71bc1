/** Pages of benefit agreements: the list, one of them version by version with its history, and forms for their origin. */
@NullMarked
@CheckReturnValue
package linxi.query.screen.agreement;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
