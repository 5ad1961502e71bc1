package linxi.query.export;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import linxi.query.Asked;
import linxi.query.Days;
import linxi.query.QueryRule;
import linxi.query.Refused;
import linxi.query.lot.Lots;
import linxi.query.web.Confined;
import linxi.query.web.KnownHouseholds;
import linxi.query.web.Reads;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which households have a part in one agreement or one lot, as files: named as on its page. */
@Hidden
@RestController
@RequestMapping("/export")
class PartExports {
    private final Reads reads;
    private final MessageSource texts;
    private final KnownHouseholds known;

    PartExports(Reads reads, MessageSource texts, KnownHouseholds known) {
        this.reads = reads;
        this.texts = texts;
        this.known = known;
    }

    /** Of the newest version. */
    @GetMapping("/agreement-members.{format}")
    void members(@PathVariable String format, HttpServletRequest http, HttpServletResponse answer, Locale language)
            throws IOException {
        var as = Format.of(format);
        var id = only(http, "agreement");
        var found = reads.read(answers -> {
            var agreement = answers.agreements().one(id);
            return Confined.own(http, agreement, agreement.origin(), null);
        });
        var words = new Words(texts, language);
        var title = words.of("members");
        var table = MemberLine.table(words, title);
        var rows = MemberLine.of(found, known::shown);
        var name = FileName.of("agreement-members", title, Days.ALL, as);
        Download.send(answer, as, name, file -> table.write(file, rows));
    }

    @GetMapping("/lot-contributions.{format}")
    void contributions(
            @PathVariable String format, HttpServletRequest http, HttpServletResponse answer, Locale language)
            throws IOException {
        var as = Format.of(format);
        var id = only(http, "lot");
        var found = reads.read(answers -> {
            var lot = answers.lots().one(id);
            return Confined.own(http, lot, lot.origin(), null);
        });
        var words = new Words(texts, language);
        var title = words.of("contributions");
        var table = new Table<Lots.Brought>(words, title)
                .with("lot", _ -> Cell.text(found.id().value()))
                .with("household", it -> Cell.text(known.shown(it.household())))
                .with(
                        "contribution",
                        it -> Cell.amount(it.quantity().amount(), it.quantity().unit()))
                .with("unit", it -> words.unit(it.quantity().unit()));
        var name = FileName.of("lot-contributions", title, Days.ALL, as);
        Download.send(answer, as, name, file -> table.write(file, found.contributions()));
    }

    private static String only(HttpServletRequest http, String name) {
        var asked = new Asked(http.getParameterMap());
        var value = asked.text(name);
        asked.nothingElse();
        if (value == null) {
            throw new Refused(QueryRule.BAD_VALUE, name, "");
        }
        return value;
    }
}
