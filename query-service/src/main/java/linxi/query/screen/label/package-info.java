/** Labels for trays and crates, with a code that leads to where the produce comes from. */
@NullMarked
@CheckReturnValue
package linxi.query.screen.label;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
