/** Keys of programs that call the API. */
@NullMarked
@CheckReturnValue
package linxi.access.key;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
