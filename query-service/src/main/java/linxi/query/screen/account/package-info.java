/** Accounts and keys, for administrators. */
@NullMarked
@CheckReturnValue
package linxi.query.screen.account;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
