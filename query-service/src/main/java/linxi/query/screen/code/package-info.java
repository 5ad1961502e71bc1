/** What everybody finds behind the code on a label, at {@code /t/}, and the picture of that code. */
@NullMarked
@CheckReturnValue
package linxi.query.screen.code;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
