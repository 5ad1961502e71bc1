/**
 * The demonstration data: figures of the source article, with what had to be assumed marked so in the data file, turned
 * into commands and sent through the public HTTP API like any client's.
 */
@NullMarked
@CheckReturnValue
package linxi.allinone.demo;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
