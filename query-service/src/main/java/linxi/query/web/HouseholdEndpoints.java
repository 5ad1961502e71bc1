package linxi.query.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.HashMap;
import linxi.query.Asked;
import linxi.query.household.Households;
import linxi.query.income.EarningsAnswer;
import linxi.query.list.Page;
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

    private final Reads reads;
    private final Clock clock;
    private final KnownHouseholds known;

    HouseholdEndpoints(Reads reads, Clock clock, KnownHouseholds known) {
        this.reads = reads;
        this.clock = clock;
        this.known = known;
    }

    @GetMapping
    Page<Households.Answer> households(HttpServletRequest http) {
        return known.guarded(http.getParameter(AFTER), () -> {
            var page = reads.read(answers -> answers.households().list(asked(http), clock.instant()));
            var shown = page.map(it -> Confined.household(http, it)).items();
            return new Page<>(shown, known.sealed(page.next()));
        });
    }

    private Asked asked(HttpServletRequest http) {
        var cursor = http.getParameterValues(AFTER);
        if (cursor == null || cursor.length != 1) {
            return RegisterEndpoints.asked(http);
        }
        var parameters = new HashMap<>(http.getParameterMap());
        parameters.put(AFTER, new String[] {known.opened(cursor[0])});
        return RegisterEndpoints.asked(http, parameters);
    }

    @GetMapping("/{id}")
    Households.Answer household(@PathVariable String id, HttpServletRequest http) {
        RegisterEndpoints.asked(http).nothingElse();
        var key = known.key(id);
        return known.guarded(
                id,
                () -> Confined.household(
                        http, reads.read(answers -> answers.households().one(key, clock.instant()))));
    }

    @GetMapping("/{id}/income")
    EarningsAnswer earnings(@PathVariable String id, HttpServletRequest http) {
        var key = known.key(id);
        return known.guarded(
                id,
                () -> reads.read(
                        answers -> answers.earnings().answer(key, RegisterEndpoints.asked(http), clock.instant())));
    }
}
