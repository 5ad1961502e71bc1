/** Pages of shipments: the list, one of them with its timeline and its next steps, and the form for a new one. */
@NullMarked
@CheckReturnValue
package linxi.query.screen.shipment;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
