package linxi.query.export;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;
import linxi.access.gate.Access;
import linxi.access.gate.Pseudonyms;
import linxi.events.HouseholdKey;
import linxi.events.PartyId;
import linxi.query.Asked;
import linxi.query.Days;
import linxi.query.web.Confined;
import linxi.query.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lists as files: every page of what the API answers, to whom it answers it. */
@Hidden
@RestController
@RequestMapping("/export")
class ListExports {
    private final Reads reads;
    private final MessageSource texts;
    private final Clock clock;
    private final Supplier<Pseudonyms> pseudonyms;

    ListExports(Reads reads, MessageSource texts, Clock clock, Supplier<Pseudonyms> pseudonyms) {
        this.reads = reads;
        this.texts = texts;
        this.clock = clock;
        this.pseudonyms = pseudonyms;
    }

    @GetMapping("/shipments.{format}")
    void shipments(@PathVariable String format, HttpServletRequest http, HttpServletResponse answer, Locale language)
            throws IOException {
        var as = Format.of(format);
        var all = new Listing<>(
                reads,
                Confined.parameters(http),
                Listing.PAGE,
                (answers, asked) -> answers.shipments().list(asked),
                (answers, asked) -> answers.shipments().areMoreThan(Listing.MOST, asked));
        var words = new Words(texts, language);
        var title = words.of("shipments");
        var table = ShipmentRow.table(words, title);
        Download.send(answer, as, FileName.of("shipments", title, days(http), as), file -> {
            table.begin(file);
            all.each(shipment -> table.lines(file, ShipmentRow.of(shipment)));
        });
    }

    @GetMapping("/settlements.{format}")
    void settlements(@PathVariable String format, HttpServletRequest http, HttpServletResponse answer, Locale language)
            throws IOException {
        var as = Format.of(format);
        var all = new Listing<>(
                reads,
                Confined.parameters(http),
                Listing.PAGE,
                (answers, asked) -> answers.settlements().list(asked, asked.days()),
                (answers, asked) -> answers.settlements().areMoreThan(Listing.MOST, asked, asked.days()));
        var words = new Words(texts, language);
        var title = words.of("settlements");
        var table = RegisterTables.settlements(words, title);
        Download.send(answer, as, FileName.of("settlements", title, days(http), as), file -> {
            table.begin(file);
            all.each(settlement -> table.line(file, settlement));
        });
    }

    private static @Nullable PartyId village(Asked asked) {
        return asked.id("village", PartyId::new);
    }

    @GetMapping("/households.{format}")
    void households(@PathVariable String format, HttpServletRequest http, HttpServletResponse answer, Locale language)
            throws IOException {
        var as = Format.of(format);
        var now = clock.instant();
        var all = new Listing<>(
                reads,
                http.getParameterMap(),
                Listing.PAGE,
                (answers, asked) -> answers.households().list(asked, village(asked), now),
                (answers, asked) -> {
                    var village = village(asked);
                    return answers.households().areMoreThan(Listing.MOST, asked, village);
                });
        var words = new Words(texts, language);
        var title = words.of("households.list");
        var table = RegisterTables.households(words, title, shown());
        Download.send(answer, as, FileName.of("households", title, Days.ALL, as), file -> {
            table.begin(file);
            all.each(household -> table.line(file, Confined.household(http, household)));
        });
    }

    /** How this caller may know a household; asked on the request's own thread, before the file begins. */
    private Function<HouseholdKey, String> shown() {
        if (!Access.isMaskedNow()) {
            return HouseholdKey::value;
        }
        var masks = pseudonyms.get();
        return key -> masks.of(key.value());
    }

    private static Days days(HttpServletRequest http) {
        return new Asked(http.getParameterMap()).days();
    }
}
