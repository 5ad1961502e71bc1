/** Papers for people who sign, file and read them: the receipt of a shipment, the sheet of a settlement, the overview. */
@NullMarked
@CheckReturnValue
package linxi.query.screen.paper;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
