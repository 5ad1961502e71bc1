/** What changes is told to open pages at once: a stream of server-sent events, and who listens to it. */
@NullMarked
@CheckReturnValue
package linxi.query.screen.live;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
