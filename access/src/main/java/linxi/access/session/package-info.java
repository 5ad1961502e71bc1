/** Who is logged in, by the token in a cookie. */
@NullMarked
@CheckReturnValue
package linxi.access.session;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
