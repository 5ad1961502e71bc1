/**
 * Shipments from logging to receipt, return and settlement, with their whole history.
 */
@NullMarked
@CheckReturnValue
package linxi.query.shipment;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
