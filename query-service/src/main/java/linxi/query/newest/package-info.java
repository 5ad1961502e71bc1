/** The time of the newest event that changed a figure of the dashboards. */
@NullMarked
@CheckReturnValue
package linxi.query.newest;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
