/** 扫码收货: from a code, by camera, photo, keyboard or scanner, to the shipment that it stands on. */
@NullMarked
@CheckReturnValue
package linxi.query.screen.scan;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
