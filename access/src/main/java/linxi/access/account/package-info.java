/** Accounts of people, their passwords, and what keeps strangers from guessing them. */
@NullMarked
@CheckReturnValue
package linxi.access.account;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
