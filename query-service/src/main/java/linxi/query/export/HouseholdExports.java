package linxi.query.export;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import linxi.events.IncomePath;
import linxi.events.PartyId;
import linxi.query.Asked;
import linxi.query.QueryRule;
import linxi.query.Refused;
import linxi.query.income.CountedStatus;
import linxi.query.income.EarningsAnswer;
import linxi.query.income.Income.Selection;
import linxi.query.web.KnownHouseholds;
import linxi.query.web.Reads;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What households earned, as files: by their keys or by pseudonyms, as the API answers this caller. */
@Hidden
@RestController
@RequestMapping("/export")
class HouseholdExports {
    private static final String HOUSEHOLD = "household";

    private final Reads reads;
    private final MessageSource texts;
    private final Clock clock;
    private final KnownHouseholds known;

    HouseholdExports(Reads reads, MessageSource texts, Clock clock, KnownHouseholds known) {
        this.reads = reads;
        this.texts = texts;
        this.clock = clock;
        this.known = known;
    }

    /** Every line of one household. */
    @GetMapping("/household-income.{format}")
    void household(@PathVariable String format, HttpServletRequest http, HttpServletResponse answer, Locale language)
            throws IOException {
        var as = Format.of(format);
        var earned = earned(http);
        var words = new Words(texts, language);
        var title = words.of("household.income");
        var rows = EarningsRow.of(earned, known.shown(earned.household().id()));
        var table = EarningsRow.table(words, title);
        var days = new Asked(http.getParameterMap()).days();
        Download.send(answer, as, FileName.of("household-income", title, days, as), file -> table.write(file, rows));
    }

    private EarningsAnswer earned(HttpServletRequest http) {
        var parameters = new HashMap<>(http.getParameterMap());
        var written = new Asked(parameters).text(HOUSEHOLD);
        if (written == null) {
            throw new Refused(QueryRule.BAD_VALUE, HOUSEHOLD, "");
        }
        var _ = parameters.remove(HOUSEHOLD);
        var key = known.key(written);
        return known.guarded(
                written,
                () -> reads.read(answers -> answers.earnings().answer(key, new Asked(parameters), clock.instant())));
    }

    /** A sum for each household and path; of some of them, a sum for each household. */
    @GetMapping("/incomes.{format}")
    void households(@PathVariable String format, HttpServletRequest http, HttpServletResponse answer, Locale language)
            throws IOException {
        var as = Format.of(format);
        var asked = new Asked(http.getParameterMap());
        var days = asked.days();
        var selection = new Selection(
                asked.choice("path", IncomePath.class),
                asked.id("village", PartyId::new),
                asked.choice("status", CountedStatus.class));
        asked.nothingElse();
        var rows = selection.equals(Selection.ALL)
                ? PathSum.of(reads.read(answers -> answers.income().byHousehold(days, Listing.MOST)), known::shown)
                : PathSum.of(
                        reads.read(answers -> answers.income().sums(days, selection)), selection.path(), known::shown);
        var words = new Words(texts, language);
        var title = words.of("incomes.households");
        var table = PathSum.table(words, title);
        Download.send(answer, as, FileName.of("incomes", title, days, as), file -> table.write(file, rows));
    }
}
