/**
 * What happened, as sealed families of records, with the ids and quantities they are made of. Plain Java: no framework,
 * no JSON, no clock. Everything here is written to the log for ever, so a field is never renamed or dropped; a change
 * of shape is a new version and an upcaster (see {@link linxi.events.wire}).
 */
@NullMarked
@CheckReturnValue
package linxi.events;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
