/** Runs of package-private parts for the benchmarks, in the package of those parts. */
@NullMarked
@CheckReturnValue
package linxi.command.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
