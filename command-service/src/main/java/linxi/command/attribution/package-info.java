/**
 * Who gets how many fen: pools, groups and the carry that evens rounding out, exactly as the domain rules' "Attribution,
 * exactly" says, by the arithmetic of {@link linxi.events.share}. It refuses nothing and records nothing.
 */
@NullMarked
@CheckReturnValue
package linxi.command.attribution;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
