/** Pages for people, rendered here, and how figures are written for them. Above {@code web}, whose answers they show. */
@NullMarked
@CheckReturnValue
package linxi.query.screen;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
