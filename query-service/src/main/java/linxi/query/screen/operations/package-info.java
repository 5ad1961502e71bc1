/** 运维: one page that says whether all is well, and how far a rebuild has come. */
@NullMarked
@CheckReturnValue
package linxi.query.screen.operations;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
