/** How the rows of each kind of table come to commands. */
@NullMarked
@CheckReturnValue
package linxi.query.importing.rows;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
