/** People and programs whom an OpenID Connect provider vouches for. It is asked when needed, and every wait for it ends. */
@NullMarked
@CheckReturnValue
package linxi.access.oidc;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
