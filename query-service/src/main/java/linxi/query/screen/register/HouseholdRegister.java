package linxi.query.screen.register;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import linxi.events.BusinessDay;
import linxi.events.HouseholdKey;
import linxi.events.HouseholdStatus;
import linxi.events.PartyId;
import linxi.query.Asked;
import linxi.query.household.Households;
import linxi.query.list.Page;
import linxi.query.screen.Reader;
import linxi.query.web.Answers;
import linxi.query.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Households by their keys with the status of today, and one of them with all its spells; forms for a new one and for
 * another status. Only for who may know keys without saying what for; what a household earned is not among it.
 */
@Controller
class HouseholdRegister {
    private static final String PATH = "/registers/households";

    private final Reads reads;
    private final Clock clock;

    HouseholdRegister(Reads reads, Clock clock) {
        this.reads = reads;
        this.clock = clock;
    }

    /** @param status today; null where none is known */
    record Row(String id, String village, @Nullable HouseholdStatus status) {
        static Row of(Households.Answer it, Reader reader) {
            return new Row(it.id().value(), reader.name(it.village()), it.status());
        }
    }

    private record Found(Page<Households.Answer> page, Keeper keeper, List<Choice> villages) {}

    private record One(Households.Answer household, Keeper keeper) {}

    @GetMapping(PATH)
    String households(HttpServletRequest http, Locale language, Model model) {
        var asked = new Asked(http.getParameterMap());
        var village = asked.id("village", PartyId::new);
        var key = asked.id("id", HouseholdKey::new);
        var reader = new Reader(language);
        var found = reads.read(answers -> new Found(
                page(answers, asked, key, village),
                Keeper.of(http, answers, reader),
                Choice.villages(answers, reader)));
        model.addAttribute("rows", found.page().map(it -> Row.of(it, reader)).items());
        model.addAttribute("keeper", found.keeper());
        model.addAttribute("villages", found.villages());
        model.addAttribute("village", village == null ? null : village.value());
        model.addAttribute("key", key == null ? null : key.value());
        model.addAttribute("statuses", HouseholdStatus.values());
        model.addAttribute("further", Further.of(http, PATH, List.of("village", "limit"), found.page()));
        return "registers-households";
    }

    /** Of one key, where one was asked for, it or nothing. */
    private Page<Households.Answer> page(
            Answers answers, Asked asked, @Nullable HouseholdKey key, @Nullable PartyId village) {
        if (key == null) {
            return answers.households().list(asked, village, clock.instant());
        }
        asked.nothingElse();
        return new Page<>(answers.households().all(List.of(key), clock.instant()), null);
    }

    @GetMapping(PATH + "/{id}")
    String household(@PathVariable String id, HttpServletRequest http, Locale language, Model model) {
        new Asked(http.getParameterMap()).nothingElse();
        var reader = new Reader(language);
        var now = clock.instant();
        var found = reads.read(answers -> new One(answers.households().one(id, now), Keeper.of(http, answers, reader)));
        var household = found.household();
        model.addAttribute("household", Row.of(household, reader));
        model.addAttribute("registered", Reader.time(household.at()));
        model.addAttribute("spells", household.statuses().reversed());
        model.addAttribute("keeper", found.keeper());
        model.addAttribute("statuses", HouseholdStatus.values());
        model.addAttribute("today", BusinessDay.of(now));
        return "registers-household";
    }
}
