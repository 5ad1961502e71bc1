/** Imports under way: a file is read and judged, and sent once somebody has said so, while its page may be closed. */
@NullMarked
@CheckReturnValue
package linxi.query.importing.run;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
