/**
 * How papers are made: pages in millimetres, one typeface, and text that is read out of a PDF as it was typed. Knows nothing
 * of what stands on them; there is no markup that a name could break out of, and nothing is ever fetched.
 */
@NullMarked
@CheckReturnValue
package linxi.query.print;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
