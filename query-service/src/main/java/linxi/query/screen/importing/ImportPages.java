package linxi.query.screen.importing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import linxi.access.gate.Access;
import linxi.query.Asked;
import linxi.query.Named;
import linxi.query.importing.run.Runs;
import linxi.query.screen.Reader;
import linxi.query.web.Reads;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What can be imported, the form of one kind, and how far an import is. */
@Controller
class ImportPages {
    private static final int SHOWN = 200;

    private final ImportAccess access;
    private final Runs runs;
    private final Reads reads;
    private final MessageSource texts;

    ImportPages(ImportAccess access, Runs runs, Reads reads, MessageSource texts) {
        this.access = access;
        this.runs = runs;
        this.reads = reads;
        this.texts = texts;
    }

    /** A party to act for, where there are no logins. */
    record Choice(String id, String name) {}

    @GetMapping("/import")
    String kinds(HttpServletRequest http, Model model) {
        new Asked(http.getParameterMap()).nothingElse();
        model.addAttribute("kinds", access.kinds(http));
        return "import";
    }

    @GetMapping("/import/{kind}")
    String form(@PathVariable String kind, HttpServletRequest http, Locale language, Model model) {
        new Asked(http.getParameterMap()).nothingElse();
        var asked = access.kind(kind, http);
        model.addAttribute("kind", asked);
        model.addAttribute("columns", ColumnOnPage.of(asked, new ImportTexts(texts, language)));
        model.addAttribute("parties", Access.of(http).caller() == null ? parties(language) : List.of());
        return "import-kind";
    }

    private List<Choice> parties(Locale language) {
        var reader = new Reader(language);
        var first = new Asked(Map.of("limit", new String[] {"500"}));
        return reads.read(answers -> answers.parties().list(first)).items().stream()
                .map(it -> new Choice(
                        it.id().value(), reader.name(new Named(it.id().value(), it.name()))))
                .toList();
    }

    @GetMapping("/import/runs/{run}")
    String run(@PathVariable String run, HttpServletRequest http, Locale language, Model model) {
        new Asked(http.getParameterMap()).nothingElse();
        var found = runs.find(run, access.owner(http));
        model.addAttribute("run", RunOnPage.of(found, SHOWN, new ImportTexts(texts, language)));
        return "import-run";
    }
}
