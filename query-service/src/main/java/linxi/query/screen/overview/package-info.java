/** 看板 and 大屏: the figures of the dashboards, read once for everybody who looks at them, and written for people. */
@NullMarked
@CheckReturnValue
package linxi.query.screen.overview;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
