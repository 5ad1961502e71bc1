package linxi.query.screen.agreement;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import linxi.events.HouseholdKey;
import linxi.events.IncomePath;
import linxi.query.Asked;
import linxi.query.QueryRule;
import linxi.query.Refused;
import linxi.query.agreement.AgreementHistoryDocument.Moment;
import linxi.query.agreement.Agreements;
import linxi.query.screen.Reader;
import linxi.query.web.Answers;
import linxi.query.web.Confined;
import linxi.query.web.KnownHouseholds;
import linxi.query.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One agreement: its versions, their members as far as the reader may know them, and who did what to it when. */
@Controller
class AgreementPage {
    /** Members on one page. */
    private static final int SHOWN = 50;

    private final Reads reads;
    private final KnownHouseholds known;

    AgreementPage(Reads reads, KnownHouseholds known) {
        this.reads = reads;
        this.known = known;
    }

    private record Found(Agreements.Answer agreement, List<Moment> history) {}

    /** @param members how many, by path of the version that has any */
    record Version(int version, LocalDate validFrom, List<Percent> paths, List<Members> members) {}

    /** @param address of the page that lists them */
    record Members(IncomePath path, String count, String address) {}

    record Member(String household, String weight) {}

    record Told(
            String event,
            String at,
            String recordedAt,
            long position,
            @Nullable String by,
            @Nullable Integer version,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            List<Percent> paths) {}

    @GetMapping(AgreementList.PATH + "/{id}")
    String agreement(@PathVariable String id, HttpServletRequest http, Locale language, Model model) {
        var asked = new Asked(http.getParameterMap());
        var path = asked.choice("path", IncomePath.class);
        int from = place(asked.after());
        asked.nothingElse();
        var found = reads.read(answers -> found(answers, id, http));
        var agreement = found.agreement();
        var reader = new Reader(language);
        describe(agreement, reader, model);
        model.addAttribute(
                "history",
                found.history().stream().map(it -> told(it, agreement, reader)).toList());
        model.addAttribute("changes", AgreementList.mayPublish(http) && agreement.validTo() == null);
        model.addAttribute("paths", IncomePath.values());
        if (path != null) {
            members(agreement, path, from, reader, model);
        }
        return "agreement";
    }

    private static void describe(Agreements.Answer agreement, Reader reader, Model model) {
        model.addAttribute("id", agreement.id().value());
        model.addAttribute("origin", reader.name(agreement.origin()));
        model.addAttribute(
                "products", agreement.products().stream().map(reader::name).toList());
        model.addAttribute("validTo", agreement.validTo());
        model.addAttribute(
                "versions",
                agreement.versions().reversed().stream()
                        .map(it -> version(it, agreement, reader))
                        .toList());
    }

    private static Found found(Answers answers, String id, HttpServletRequest http) {
        var found = answers.agreements().one(id);
        var agreement = Confined.own(http, found, found.origin(), null);
        return new Found(agreement, answers.agreements().history(agreement));
    }

    private static int place(@Nullable String after) {
        if (after != null && !after.matches("[0-9]{1,6}")) {
            throw new Refused(QueryRule.BAD_CURSOR, "after", after);
        }
        return after == null ? 0 : Integer.parseInt(after);
    }

    private static SortedMap<IncomePath, SortedMap<HouseholdKey, Long>> members(
            @Nullable SortedMap<IncomePath, SortedMap<HouseholdKey, Long>> members) {
        return members == null ? new TreeMap<>() : members;
    }

    private static Version version(Agreements.VersionAnswer it, Agreements.Answer agreement, Reader reader) {
        return new Version(
                it.version(),
                it.validFrom(),
                Percent.of(it.paths()),
                members(it.members()).entrySet().stream()
                        .filter(each -> it.paths().containsKey(each.getKey())
                                && !each.getValue().isEmpty())
                        .map(each -> new Members(
                                each.getKey(),
                                reader.figures().count(each.getValue().size()),
                                address(agreement, each.getKey(), 0)))
                        .toList());
    }

    private static String address(Agreements.Answer agreement, IncomePath path, int from) {
        return AgreementList.PATH + "/" + agreement.id() + "?path=" + path + (from == 0 ? "" : "&after=" + from)
                + "#members";
    }

    /** Of the newest version. */
    private void members(Agreements.Answer agreement, IncomePath path, int from, Reader reader, Model model) {
        var all = members(agreement.members()).getOrDefault(path, new TreeMap<>());
        model.addAttribute("path", path);
        model.addAttribute(
                "members",
                all.entrySet().stream()
                        .skip(from)
                        .limit(SHOWN)
                        .map(it -> member(it, reader))
                        .toList());
        model.addAttribute("further", from + SHOWN < all.size() ? address(agreement, path, from + SHOWN) : null);
        model.addAttribute("first", from == 0 ? null : address(agreement, path, 0));
    }

    private Member member(Map.Entry<HouseholdKey, Long> it, Reader reader) {
        return new Member(known.shown(it.getKey()), reader.figures().count(it.getValue()));
    }

    /** History knows ids; of the origin we know the name. */
    private static Told told(Moment it, Agreements.Answer agreement, Reader reader) {
        var origin = agreement.origin();
        return new Told(
                it.event(),
                Reader.time(it.at()),
                Reader.time(it.recordedAt()),
                it.position(),
                origin.id().equals(it.by()) ? reader.name(origin) : it.by(),
                it.version(),
                it.validFrom(),
                it.validTo(),
                it.paths() == null ? List.of() : Percent.of(it.paths()));
    }
}
