/** The event log as auditors read it. */
@NullMarked
@CheckReturnValue
package linxi.query.screen.log;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
