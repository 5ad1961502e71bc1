/** What the code on a label says, and what everybody may see of where produce comes from. */
@NullMarked
@CheckReturnValue
package linxi.query.trace;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
