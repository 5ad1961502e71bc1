/** What lets a clerk go on without a network: the page of what waits, and which pages a browser may keep for whom. */
@NullMarked
@CheckReturnValue
package linxi.query.screen.outbox;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
