/** What the program says to the person at the keyboard: texts, ticks, progress and the box, in Chinese or English. */
@NullMarked
@CheckReturnValue
package linxi.allinone.terminal;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
