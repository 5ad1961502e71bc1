/**
 * What people call parties and products, joined when answering, so that a late registration still shows.
 */
@NullMarked
@CheckReturnValue
package linxi.query.names;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
