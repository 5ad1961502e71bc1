/**
 * Tables out of files that people bring: xlsx and csv, each cell as the text that it shows. Everything in a file may be
 * hostile: sizes are bounded while reading, and nothing outside the file is looked up.
 */
@NullMarked
@CheckReturnValue
package linxi.query.sheet;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
