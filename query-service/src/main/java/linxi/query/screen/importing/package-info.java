/** 批量导入: the pages of imports, the forms to fill in, and the files of what failed. */
@NullMarked
@CheckReturnValue
package linxi.query.screen.importing;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
