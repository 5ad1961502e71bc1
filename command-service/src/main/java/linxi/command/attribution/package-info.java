/**
 * Who gets how many fen: largest remainder, the carry that evens rounding out, pools and groups, exactly as the domain
 * rules' "Attribution, exactly" says. Pure arithmetic on whole numbers: it refuses nothing and records nothing.
 */
@NullMarked
@CheckReturnValue
package linxi.command.attribution;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
