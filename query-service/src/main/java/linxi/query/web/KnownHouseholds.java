package linxi.query.web;

import java.util.function.Supplier;
import linxi.access.gate.Access;
import linxi.access.gate.Pseudonyms;
import linxi.events.HouseholdKey;
import linxi.events.Id;
import linxi.query.QueryRule;
import linxi.query.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Households as the caller of this request may know them, both ways: by keys, or by pseudonyms that stand for them. */
@Component
public final class KnownHouseholds {
    /** Before what a sealed cursor holds: no id begins so, and no pseudonym of one passes for a cursor. */
    private static final String CURSOR = "after ";

    private final Supplier<Pseudonyms> pseudonyms;

    KnownHouseholds(Supplier<Pseudonyms> pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /** What to write for a key. */
    public String shown(HouseholdKey key) {
        return Access.isMaskedNow() ? pseudonyms.get().of(key.value()) : key.value();
    }

    /** @throws Refused for a key by whoever may not know one, as if there were no such household */
    public String key(String written) {
        if (!Access.isMaskedNow()) {
            return written;
        }
        var key = pseudonyms.get().word(written);
        if (key == null || !Id.isValid(key)) {
            throw new Refused(QueryRule.NO_SUCH_ID, null, written);
        }
        return key;
    }

    /** Of a page for those who may know every key: a link from before they said what for holds a pseudonym. */
    public String keyOrPseudonym(String written) {
        if (Access.isMaskedNow()) {
            return key(written);
        }
        var key = pseudonyms.get().word(written);
        return key != null && Id.isValid(key) ? key : written;
    }

    /** A cursor holds the key of the last household. */
    public @Nullable String sealed(@Nullable String cursor) {
        return cursor == null || !Access.isMaskedNow()
                ? cursor
                : pseudonyms.get().of(CURSOR + cursor);
    }

    /** @throws Refused where it is none that was {@linkplain #sealed sealed} */
    public String opened(String cursor) {
        if (!Access.isMaskedNow()) {
            return cursor;
        }
        var open = pseudonyms.get().word(cursor);
        if (open == null || !open.startsWith(CURSOR)) {
            throw new Refused(QueryRule.BAD_CURSOR, "after", cursor);
        }
        return open.substring(CURSOR.length());
    }

    /** A refusal names what was asked for: to who may not know keys it names what he wrote, never what that stands for. */
    public <T> T guarded(@Nullable String written, Supplier<T> answer) {
        try {
            return answer.get();
        } catch (Refused refused) {
            throw Access.isMaskedNow() && refused.value() != null
                    ? new Refused(refused.rule(), refused.field(), written)
                    : refused;
        }
    }
}
