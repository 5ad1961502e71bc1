/**
 * Organisations: who ships, who receives, who carries. Plain Java.
 */
@NullMarked
@CheckReturnValue
package linxi.command.party;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
