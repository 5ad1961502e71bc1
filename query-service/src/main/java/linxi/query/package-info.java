/**
 * What every query shares: what was asked, how a page of a list goes on, how a name or quantity is shown, and why a
 * query is refused. Features below fold events into documents and answer from them; HTTP stays in {@code web}.
 */
@NullMarked
@CheckReturnValue
package linxi.query;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
