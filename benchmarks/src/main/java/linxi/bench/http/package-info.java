/** From outside: commands over HTTP, and how soon a query sees them. */
@NullMarked
@CheckReturnValue
package linxi.bench.http;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
