package linxi.query.screen.household;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import linxi.access.Role;
import linxi.access.gate.Access;
import linxi.events.HouseholdKey;
import linxi.events.IncomePath;
import linxi.events.Money;
import linxi.events.PartyKind;
import linxi.query.Asked;
import linxi.query.Named;
import linxi.query.QueryRule;
import linxi.query.Refused;
import linxi.query.household.Households;
import linxi.query.income.CountedStatus;
import linxi.query.income.Income.Several;
import linxi.query.income.IncomeAnswer;
import linxi.query.income.IncomeDimension;
import linxi.query.screen.Reader;
import linxi.query.screen.Shown;
import linxi.query.web.Answers;
import linxi.query.web.Confined;
import linxi.query.web.KnownHouseholds;
import linxi.query.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * 农户增收: the households that earned something, most first, with sums by village, path, status and month; and all that are
 * registered. Who may not see income sees the register alone, and a clerk that without the status.
 */
@Controller
class HouseholdList {
    private final Reads reads;
    private final Clock clock;
    private final KnownHouseholds known;

    HouseholdList(Reads reads, Clock clock, KnownHouseholds known) {
        this.reads = reads;
        this.clock = clock;
        this.known = known;
    }

    /**
     * A household in the list.
     *
     * @param status today; null where the reader may not know it
     * @param income null where the reader may not see it, and where there is none
     */
    record Row(
            String id,
            String village,
            @Nullable CountedStatus status,
            @Nullable Shown income,
            @Nullable String address) {}

    /** A village to choose. */
    record Choice(String id, String name) {}

    private record Found(
            List<Households.Answer> page,
            Map<HouseholdKey, Long> sums,
            @Nullable String next,
            Map<IncomeDimension, IncomeAnswer> summary,
            List<Choice> villages) {}

    @GetMapping(HouseholdQuery.PATH)
    String households(HttpServletRequest http, Locale language, Model model) {
        return known.guarded(http.getParameter("after"), () -> {
            var caller = Access.of(http).caller();
            boolean income = caller == null || mayKnowIncome(caller.role());
            var reader = new Reader(language);
            var asked = asked(http, income);
            var query = income ? HouseholdQuery.of(asked) : HouseholdQuery.ofRegister(asked);
            var found = query.all() ? registered(query, asked, income, reader) : earners(query, asked, reader);
            describe(http, query, found, income, reader, model);
            return "households";
        });
    }

    private static boolean mayKnowIncome(Role role) {
        return switch (role) {
            case ANALYST, HOUSEHOLD_VIEWER, AUDITOR -> true;
            case CLERK, RECEIVER, ADMIN -> false;
        };
    }

    /** The cursor of the register holds a key; that of those who earned is a number. */
    private Asked asked(HttpServletRequest http, boolean income) {
        var after = http.getParameterValues("after");
        boolean register = !income || "true".equals(http.getParameter("all"));
        if (after == null || after.length != 1 || !register) {
            return new Asked(http.getParameterMap());
        }
        var parameters = new HashMap<>(http.getParameterMap());
        parameters.put("after", new String[] {known.opened(after[0])});
        return new Asked(parameters);
    }

    private Found registered(HouseholdQuery query, Asked asked, boolean income, Reader reader) {
        return reads.read(answers -> {
            var page = answers.households().list(asked, query.village(), clock.instant());
            var sums = income ? answers.income().sums(query.days(), query.selection()) : Map.<HouseholdKey, Long>of();
            return new Found(page.items(), sums, known.sealed(page.next()), Map.of(), villages(answers, reader));
        });
    }

    private Found earners(HouseholdQuery query, Asked asked, Reader reader) {
        int from = place(asked.after());
        int limit = asked.limit();
        asked.nothingElse();
        return reads.read(answers -> {
            var several = query.isNarrowed()
                    ? new Several(Map.of(), answers.income().sums(query.days(), query.selection()))
                    : answers.income().several(query.days(), IncomeSummary.DIMENSIONS);
            var sums = several.byHousehold();
            var page = sums.entrySet().stream()
                    .filter(it -> it.getValue() > 0)
                    .sorted(Map.Entry.<HouseholdKey, Long>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .skip(from)
                    .limit(limit)
                    .map(Map.Entry::getKey)
                    .toList();
            var next = (long) from + limit < earning(sums) ? Integer.toString(from + limit) : null;
            var shown = answers.households().all(page, clock.instant());
            return new Found(shown, sums, next, several.answers(), villages(answers, reader));
        });
    }

    private static long earning(Map<HouseholdKey, Long> sums) {
        return sums.values().stream().filter(fen -> fen > 0).count();
    }

    /** How many were shown on the pages before. */
    private static int place(@Nullable String after) {
        if (after != null && !after.matches("[0-9]{1,7}")) {
            throw new Refused(QueryRule.BAD_CURSOR, "after", after);
        }
        return after == null ? 0 : Integer.parseInt(after);
    }

    private static List<Choice> villages(Answers answers, Reader reader) {
        var most = new Asked(Map.of("limit", new String[] {"500"}));
        return answers.parties().list(most).items().stream()
                .filter(it -> it.kind() == PartyKind.VILLAGE)
                .map(it -> new Choice(
                        it.id().value(), reader.name(new Named(it.id().value(), it.name()))))
                .toList();
    }

    private void describe(
            HttpServletRequest http, HouseholdQuery query, Found found, boolean income, Reader reader, Model model) {
        model.addAttribute("rows", rows(http, query, found, income, reader));
        model.addAttribute("query", query);
        model.addAttribute("income", income);
        model.addAttribute("statusShown", !isClerk(http));
        model.addAttribute("villages", found.villages());
        model.addAttribute(
                "village", query.village() == null ? null : query.village().value());
        model.addAttribute("paths", IncomePath.values());
        model.addAttribute("statuses", CountedStatus.values());
        model.addAttribute("count", reader.figures().count(earning(found.sums())));
        model.addAttribute("sum", reader.figures().money(sum(found.sums())));
        model.addAttribute("summaries", IncomeSummary.of(found.summary(), query, reader));
        model.addAttribute("earners", query.all(false).address());
        model.addAttribute("registered", query.all(true).address());
        model.addAttribute("file", query.file());
        model.addAttribute("further", found.next() == null ? null : query.address(found.next()));
        model.addAttribute("first", http.getParameter("after") == null ? null : query.address());
        var total = found.summary().get(IncomeDimension.PATH);
        if (total != null) {
            model.addAttribute("unattributed", reader.figures().money(total.unattributed()));
            model.addAttribute("drift", BigDecimal.valueOf(total.drift(), 3).toPlainString());
        }
    }

    private static boolean isClerk(HttpServletRequest http) {
        var caller = Access.of(http).caller();
        return caller != null && caller.role() == Role.CLERK;
    }

    private static Money sum(Map<HouseholdKey, Long> sums) {
        return Money.ofFen(sums.values().stream().reduce(0L, Math::addExact));
    }

    private List<Row> rows(HttpServletRequest http, HouseholdQuery query, Found found, boolean income, Reader reader) {
        return found.page().stream()
                .map(it -> Confined.household(http, it))
                .map(it -> {
                    var fen = found.sums().get(it.id());
                    var id = known.shown(it.id());
                    return new Row(
                            id,
                            reader.name(it.village()),
                            isClerk(http) ? null : CountedStatus.of(it.status()),
                            fen == null ? null : reader.figures().money(Money.ofFen(fen)),
                            income ? query.sameDays("/households/" + id + "/income") : null);
                })
                .toList();
    }
}
