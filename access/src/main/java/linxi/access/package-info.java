/** Who calls, in which role, for whom. What both services need of accounts; it knows neither of them. */
@NullMarked
@CheckReturnValue
package linxi.access;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
