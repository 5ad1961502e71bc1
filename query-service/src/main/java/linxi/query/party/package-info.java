/**
 * The register of organisations: who there is, what they are called, where they are, and who is suspended.
 */
@NullMarked
@CheckReturnValue
package linxi.query.party;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
