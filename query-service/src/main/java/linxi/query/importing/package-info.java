/**
 * What a table that people filled in says: which commands its rows come to, and what is wrong with them, cell by cell. The
 * same for every way in which the same rows can be written down. Plain Java; sends nothing.
 */
@NullMarked
@CheckReturnValue
package linxi.query.importing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
