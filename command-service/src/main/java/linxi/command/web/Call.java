package linxi.command.web;

import java.time.Instant;
import java.util.function.Function;
import linxi.command.Refused;
import linxi.command.RequestRule;
import linxi.events.Id;
import linxi.events.PartyId;
import org.jspecify.annotations.Nullable;

/** One request that carries a command: its form, who acts, and what already speaks against it. */
final class Call {
    private static final String NOBODY = "nobody";

    private final Form form;
    private final @Nullable String party;
    private final Instant now;
    private @Nullable Refused refused;

    Call(Form form, @Nullable String party, Instant now) {
        this.form = form;
        this.party = party;
        this.now = now;
        if (party != null && !Id.isValid(party)) {
            refuse(new Refused(RequestRule.ACTING_PARTY_UNKNOWN, "X-Party", party));
        }
    }

    Form form() {
        return form;
    }

    /** When the request came in. */
    Instant now() {
        return now;
    }

    /** Who acts. Without {@code X-Party} the command will be refused, after its form and key were judged. */
    PartyId actor() {
        if (party == null) {
            refuse(new Refused(RequestRule.NO_ACTING_PARTY, "X-Party", null));
        }
        return party != null && Id.isValid(party) ? new PartyId(party) : new PartyId(NOBODY);
    }

    /** Who acts, where a command may be nobody's. */
    @Nullable
    PartyId actorIfAny() {
        return party == null ? null : actor();
    }

    /** An id in the path; what is no id names nothing that exists. */
    <T extends Id> T id(String text, Function<String, T> of) {
        if (Id.isValid(text)) {
            return of.apply(text);
        }
        refuse(new Refused(RequestRule.NO_SUCH_ID, "id", text));
        return of.apply(NOBODY);
    }

    @Nullable
    Refused refused() {
        return refused;
    }

    @Nullable
    String party() {
        return party;
    }

    /** Nobody acting goes before everything else. */
    private void refuse(Refused reason) {
        if (refused == null || reason.rule() == RequestRule.NO_ACTING_PARTY) {
            refused = reason;
        }
    }
}
