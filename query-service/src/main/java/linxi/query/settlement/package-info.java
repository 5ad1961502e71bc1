/**
 * Settlements: what is kept of gross, deductions and net, and which path got how much.
 */
@NullMarked
@CheckReturnValue
package linxi.query.settlement;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
