/**
 * The one origin that people and programs call: queries over HTTP, how fresh they are, refusals as problems, and
 * commands passed through to the command service untouched.
 */
@NullMarked
@CheckReturnValue
package linxi.query.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
