package linxi.command.axon;

import linxi.command.Refused;
import linxi.command.store.CommandRecord;
import org.jspecify.annotations.Nullable;

/**
 * A command as it came in.
 *
 * @param by the acting party
 * @param correlation ties its events to the request
 * @param keyed whether the caller sent the idempotency key, and so may send the same again
 * @param record what the answer will be, kept with the commit
 * @param refused where the request itself already breaks a rule (nobody acts, no such id): judged after the key
 */
public record Order(
        Object command,
        @Nullable String by,
        String correlation,
        boolean keyed,
        CommandRecord record,
        @Nullable Refused refused) {}
