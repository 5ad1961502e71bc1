package linxi.query.export;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import linxi.access.gate.HouseholdAccesses;
import linxi.access.gate.HouseholdAccesses.Look;
import linxi.query.Asked;
import linxi.query.Days;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who looked at households by their keys, as a file: the newest first, as many as a file may hold. */
@Hidden
@RestController
@RequestMapping("/export")
class LookExports {
    private final HouseholdAccesses looks;
    private final MessageSource texts;

    LookExports(HouseholdAccesses looks, MessageSource texts) {
        this.looks = looks;
        this.texts = texts;
    }

    @GetMapping("/household-access.{format}")
    void looks(@PathVariable String format, HttpServletRequest http, HttpServletResponse answer, Locale language)
            throws IOException {
        var as = Format.of(format);
        new Asked(http.getParameterMap()).nothingElse();
        var words = new Words(texts, language);
        var title = words.of("looks");
        var table = table(words, title);
        var newest = looks.newest(null, Listing.PAGE);
        Download.send(answer, as, FileName.of("household-access", title, Days.ALL, as), file -> {
            table.begin(file);
            int rows = 0;
            for (var page = newest;
                    !page.isEmpty() && rows < Listing.MOST;
                    page = looks.newest(page.getLast().id(), Listing.PAGE)) {
                table.lines(file, page);
                rows += page.size();
            }
        });
    }

    private static Table<Look> table(Words words, String title) {
        return new Table<Look>(words, title)
                .with("looked", it -> Cell.moment(it.at()))
                .with("account", it -> Cell.text(it.account()))
                .with("role", it -> words.constant("role", it.role()))
                .with("purpose", it -> purpose(it, words))
                .with("address", it -> Cell.text(it.address()));
    }

    private static Cell purpose(Look look, Words words) {
        return look.isUnasked() ? words.constant("looks.purpose", look.role()) : Cell.text(look.purpose());
    }
}
