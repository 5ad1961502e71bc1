/**
 * Shipments: lots on the road from one origin to one market, from logging to the final receipt and what may follow it.
 * One record per command decides what happens, to the shipment and to its lots together; {@code Shipment} remembers.
 */
@NullMarked
@CheckReturnValue
package linxi.command.shipment;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
