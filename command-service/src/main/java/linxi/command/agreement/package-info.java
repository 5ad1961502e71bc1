/**
 * Benefit agreements: who shares which produce's net income, through which path, from which day. At most one version
 * is in force for an origin's product on a day; a {@link linxi.command.agreement.Cover} guards it.
 */
@NullMarked
@CheckReturnValue
package linxi.command.agreement;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
