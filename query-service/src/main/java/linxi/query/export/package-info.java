/**
 * What the queries answer, as files for Excel: the same figures, as numbers, with headings in the reader's language. Above
 * {@code web}, whose reads and bounds hold here as well.
 */
@NullMarked
@CheckReturnValue
package linxi.query.export;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
