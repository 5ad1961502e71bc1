package linxi.query.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.HashMap;
import java.util.function.Supplier;
import linxi.access.gate.Access;
import linxi.access.gate.Pseudonyms;
import linxi.events.Id;
import linxi.query.Asked;
import linxi.query.QueryRule;
import linxi.query.Refused;
import linxi.query.household.Households;
import linxi.query.income.EarningsAnswer;
import linxi.query.list.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Households and what they earned. For callers who may not know their keys, pseudonyms stand for them, both ways. */
@Tag(name = "registers")
@RestController
@RequestMapping(path = "/api/households", produces = "application/json")
class HouseholdEndpoints {
    private static final String AFTER = "after";

    /** Before what a sealed cursor holds: no id begins so, and no pseudonym of one passes for a cursor. */
    private static final String CURSOR = "after ";

    private final Reads reads;
    private final Clock clock;
    private final Supplier<Pseudonyms> pseudonyms;

    HouseholdEndpoints(Reads reads, Clock clock, Supplier<Pseudonyms> pseudonyms) {
        this.reads = reads;
        this.clock = clock;
        this.pseudonyms = pseudonyms;
    }

    @GetMapping
    Page<Households.Answer> households(HttpServletRequest http) {
        return guarded(http.getParameter(AFTER), () -> {
            var page = reads.read(answers -> answers.households().list(asked(http), clock.instant()));
            var next = page.next();
            var shown = page.map(it -> Confined.household(http, it)).items();
            return new Page<>(
                    shown,
                    next == null || !Access.isMaskedNow()
                            ? next
                            : pseudonyms.get().of(CURSOR + next));
        });
    }

    /** A cursor holds the key of the last household. */
    private Asked asked(HttpServletRequest http) {
        var cursor = http.getParameterValues(AFTER);
        if (cursor == null || cursor.length != 1 || !Access.isMaskedNow()) {
            return RegisterEndpoints.asked(http);
        }
        var open = pseudonyms.get().word(cursor[0]);
        if (open == null || !open.startsWith(CURSOR)) {
            throw new Refused(QueryRule.BAD_CURSOR, AFTER, cursor[0]);
        }
        var parameters = new HashMap<>(http.getParameterMap());
        parameters.put(AFTER, new String[] {open.substring(CURSOR.length())});
        return RegisterEndpoints.asked(http, parameters);
    }

    @GetMapping("/{id}")
    Households.Answer household(@PathVariable String id, HttpServletRequest http) {
        RegisterEndpoints.asked(http).nothingElse();
        var key = key(id);
        return guarded(
                id,
                () -> Confined.household(
                        http, reads.read(answers -> answers.households().one(key, clock.instant()))));
    }

    @GetMapping("/{id}/income")
    EarningsAnswer earnings(@PathVariable String id, HttpServletRequest http) {
        var key = key(id);
        return guarded(
                id,
                () -> reads.read(
                        answers -> answers.earnings().answer(key, RegisterEndpoints.asked(http), clock.instant())));
    }

    /** @throws Refused for a key by whoever may not know one, as if there were no such household */
    private String key(String id) {
        if (!Access.isMaskedNow()) {
            return id;
        }
        var key = pseudonyms.get().word(id);
        if (key == null || !Id.isValid(key)) {
            throw new Refused(QueryRule.NO_SUCH_ID, null, id);
        }
        return key;
    }

    /** A refusal names what was asked for: to who may not know keys it names what he wrote, never what that stands for. */
    private static <T> T guarded(@Nullable String written, Supplier<T> answer) {
        try {
            return answer.get();
        } catch (Refused refused) {
            throw Access.isMaskedNow() && refused.value() != null
                    ? new Refused(refused.rule(), refused.field(), written)
                    : refused;
        }
    }
}
