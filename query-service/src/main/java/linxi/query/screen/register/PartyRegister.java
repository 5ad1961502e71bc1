package linxi.query.screen.register;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import linxi.events.PartyKind;
import linxi.query.Asked;
import linxi.query.list.Page;
import linxi.query.party.Parties;
import linxi.query.screen.Reader;
import linxi.query.web.Reads;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Organisations in the order of their ids, with forms to register one and to suspend one. */
@Controller
class PartyRegister {
    private static final String PATH = "/registers/parties";

    private final Reads reads;

    PartyRegister(Reads reads) {
        this.reads = reads;
    }

    private record Found(Page<Parties.Answer> page, Keeper keeper) {}

    @GetMapping(PATH)
    String parties(HttpServletRequest http, Locale language, Model model) {
        var asked = new Asked(http.getParameterMap());
        var reader = new Reader(language);
        var found = reads.read(answers -> new Found(answers.parties().list(asked), Keeper.of(http, answers, reader)));
        model.addAttribute("rows", found.page().items());
        model.addAttribute("keeper", found.keeper());
        model.addAttribute("kinds", PartyKind.values());
        model.addAttribute("further", Further.of(http, PATH, List.of("limit"), found.page()));
        return "registers-parties";
    }
}
