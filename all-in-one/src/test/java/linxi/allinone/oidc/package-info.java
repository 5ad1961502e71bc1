/** Both services and an OpenID Connect provider: Spring's own, in this process. */
@NullMarked
package linxi.allinone.oidc;

import org.jspecify.annotations.NullMarked;
