/**
 * Read-model documents in MongoDB: their shape, the connection, and the side from which features read. Knows no event
 * and no projection; the feed is the only writer.
 */
@NullMarked
@CheckReturnValue
package linxi.query.mongo;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
