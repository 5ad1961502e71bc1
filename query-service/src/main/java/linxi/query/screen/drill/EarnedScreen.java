package linxi.query.screen.drill;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import linxi.events.IncomePath;
import linxi.query.Asked;
import linxi.query.attributed.Attributed;
import linxi.query.attributed.AttributedAnswer;
import linxi.query.attributed.AttributedQuestion;
import linxi.query.list.Page;
import linxi.query.screen.Reader;
import linxi.query.screen.Shown;
import linxi.query.web.Reads;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The settlements under a figure of income: what each of them adds to it, and on which day. No household is named. */
@Controller
class EarnedScreen {
    private final Reads reads;

    EarnedScreen(Reads reads) {
        this.reads = reads;
    }

    private record Both(Attributed.Figure figure, Page<AttributedAnswer> page) {}

    /** What one settlement adds to a figure on one day. */
    record Row(String settlement, String day, String origin, List<IncomePath> paths, Shown income, Shown unattributed) {
        static Row of(AttributedAnswer it, Reader reader) {
            return new Row(
                    it.settlement().value(),
                    it.day().toString(),
                    reader.name(it.origin()),
                    it.paths(),
                    reader.figures().money(it.income()),
                    reader.figures().money(it.unattributed()));
        }
    }

    @GetMapping(DrillLink.INCOME)
    String earned(HttpServletRequest http, Locale language, Model model) {
        var asked = new Asked(http.getParameterMap());
        var question = AttributedQuestion.of(asked);
        var list = Paging.of(asked);
        var both = reads.read(answers -> new Both(
                answers.attributed().figure(question), answers.attributed().list(question, list)));
        var reader = new Reader(language);
        var figure = both.figure();
        var unattributed = figure.unattributed();
        model.addAttribute("question", question);
        model.addAttribute("income", reader.figures().money(figure.income().income()));
        model.addAttribute("households", reader.figures().count(figure.income().households()));
        model.addAttribute(
                "unattributed", unattributed == null ? null : reader.figures().money(unattributed));
        model.addAttribute("rows", both.page().map(it -> Row.of(it, reader)).items());
        Paging.add(model, http, both.page(), "/export/income-settlements.xlsx");
        return "earned";
    }
}
