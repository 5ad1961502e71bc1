/**
 * Measurements, each of two things beside each other in one run, interleaved: {@code ./linxi bench [name]}. Not in the
 * normal build. Pieces that measure package-private parts lie in the packages of those parts.
 */
@NullMarked
@CheckReturnValue
package linxi.bench;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
