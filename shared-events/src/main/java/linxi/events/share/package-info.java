/**
 * The arithmetic of sharing money: largest remainder, what a household weighs in a purchase, and what one pool pays to
 * whom (domain rules, "Attribution, exactly"). The command side decides by it, and the query side checks by it what was
 * recorded. Pure, on whole numbers.
 */
@NullMarked
@CheckReturnValue
package linxi.events.share;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
