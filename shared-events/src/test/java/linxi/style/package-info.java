/** What the sources of every module are held to. */
@NullMarked
@CheckReturnValue
package linxi.style;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
