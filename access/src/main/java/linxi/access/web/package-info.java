/** Spring Security's filter chain of both services, and the endpoints for logging in. */
@NullMarked
@CheckReturnValue
package linxi.access.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
