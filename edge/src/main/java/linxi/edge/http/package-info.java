/**
 * What stands between callers and both services: the correlation of a request, how many are let in at once, room for bodies,
 * the limits of the container, and what it answers by itself.
 */
@NullMarked
@CheckReturnValue
package linxi.edge.http;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
