/**
 * Proves the read models: folds the whole event log anew, in a memory that does not grow with it, and compares with
 * every stored document. Reads only, on a running system as on a stopped one.
 */
@NullMarked
@CheckReturnValue
package linxi.query.check;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
