package linxi.query.screen.household;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.function.Function;
import linxi.events.IncomePath;
import linxi.events.Money;
import linxi.events.ProductId;
import linxi.query.Asked;
import linxi.query.QueryRule;
import linxi.query.Refused;
import linxi.query.income.CountedStatus;
import linxi.query.income.Earnings;
import linxi.query.income.Earnings.Earned;
import linxi.query.screen.Reader;
import linxi.query.screen.Shown;
import linxi.query.web.KnownHouseholds;
import linxi.query.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What one household earned: sums, and the lines that they are made of, newest first. */
@Controller
class IncomePage {
    private final Reads reads;
    private final Clock clock;
    private final KnownHouseholds known;

    IncomePage(Reads reads, Clock clock, KnownHouseholds known) {
        this.reads = reads;
        this.clock = clock;
        this.known = known;
    }

    /** @param fen the same to the fen, in fen */
    record Sum(String name, Shown money, String fen) {}

    /** @param exact the entitlement, in fen with six decimals */
    record Line(
            String settlement,
            String agreement,
            int version,
            String origin,
            String product,
            IncomePath path,
            String at,
            Shown money,
            String fen,
            String exact,
            boolean back,
            String address) {}

    @GetMapping("/households/{id}/income")
    String income(@PathVariable String id, HttpServletRequest http, Locale language, Model model) {
        var key = known.keyOrPseudonym(id);
        var asked = new Asked(http.getParameterMap());
        var query = new HouseholdQuery(asked.days(), null, null, null, false);
        int limit = asked.limit();
        var after = asked.after();
        asked.nothingElse();
        var account = known.guarded(
                id, () -> reads.read(answers -> answers.earnings().account(key, query.days(), clock.instant())));
        var reader = new Reader(language);
        var shown = known.shown(account.sums().household().id());
        int from = place(account.lines(), after);
        int to = Math.min(account.lines().size(), from + limit);
        describe(account, shown, reader, model);
        describe(account.lines(), from, to, query.sameDays("/households/" + shown + "/income"), model);
        model.addAttribute("query", query);
        model.addAttribute("file", with(query.sameDays("/export/household-income.xlsx"), "household=" + shown));
        model.addAttribute("back", query.address());
        model.addAttribute(
                "lines",
                account.lines().subList(from, to).stream()
                        .map(it -> line(it, account, shown, reader))
                        .toList());
        return "household-income";
    }

    /** The pages beside this one. */
    private static void describe(List<Earned> lines, int from, int to, String page, Model model) {
        model.addAttribute("older", to == lines.size() ? null : after(page, lines.get(to - 1)));
        model.addAttribute("newest", from == 0 ? null : page);
    }

    /** Behind the line that the cursor names. */
    private static int place(List<Earned> lines, @Nullable String after) {
        if (after == null) {
            return 0;
        }
        for (int i = 0; i < lines.size(); i++) {
            if (Long.toString(lines.get(i).line().position()).equals(after)) {
                return i + 1;
            }
        }
        throw new Refused(QueryRule.BAD_CURSOR, "after", after);
    }

    private static String after(String page, Earned last) {
        return with(page, "after=" + last.line().position());
    }

    private static String with(String page, String parameter) {
        return page + (page.contains("?") ? "&" : "?") + parameter;
    }

    private static void describe(Earnings.Account account, String shown, Reader reader, Model model) {
        var sums = account.sums();
        model.addAttribute("household", shown);
        model.addAttribute("village", reader.name(sums.household().village()));
        model.addAttribute("status", CountedStatus.of(sums.household().status()));
        model.addAttribute("total", sum("", sums.total(), reader));
        model.addAttribute("count", reader.figures().count(account.lines().size()));
        model.addAttribute("byPath", sums(sums.byPath(), IncomePath::name, reader));
        var months = new ArrayList<>(sums(sums.byMonth(), Function.identity(), reader));
        Collections.reverse(months);
        model.addAttribute("byMonth", months);
        model.addAttribute(
                "byProduct",
                sums(sums.byProduct(), it -> reader.name(account.names().product(new ProductId(it))), reader));
    }

    private static <K> List<Sum> sums(SortedMap<K, Money> sums, Function<K, String> name, Reader reader) {
        return sums.entrySet().stream()
                .map(it -> sum(name.apply(it.getKey()), it.getValue(), reader))
                .toList();
    }

    private static Sum sum(String name, Money money, Reader reader) {
        return new Sum(name, reader.figures().money(money), reader.figures().fen(money.fen()));
    }

    private static Line line(Earned it, Earnings.Account account, String household, Reader reader) {
        var line = it.line();
        return new Line(
                line.settlement().value(),
                line.agreement().value(),
                line.version(),
                reader.name(account.names().party(it.origin())),
                reader.name(account.names().product(line.product())),
                line.path(),
                Reader.time(line.at()),
                reader.figures().money(Money.ofFen(line.fen())),
                reader.figures().fen(line.fen()),
                reader.figures().exactFen(line.entitlement()),
                line.fen() < 0,
                "/households/" + household + "/income/lines/" + line.settlement() + "/" + line.position());
    }
}
