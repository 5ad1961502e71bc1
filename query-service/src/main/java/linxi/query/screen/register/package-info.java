/** The registers as an administrator keeps them: organisations, products, households and their status. */
@NullMarked
@CheckReturnValue
package linxi.query.screen.register;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
