package linxi.query.screen.paper;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import linxi.query.Asked;
import linxi.query.Days;
import linxi.query.QueryRule;
import linxi.query.Refused;
import linxi.query.export.FileName;
import linxi.query.print.About;
import linxi.query.print.Pdf;
import linxi.query.print.Press;
import linxi.query.screen.Reader;
import linxi.query.screen.code.TraceAddress;
import linxi.query.settlement.SettlementAnswer;
import linxi.query.trace.TraceCode;
import linxi.query.web.Answers;
import linxi.query.web.AsOf;
import linxi.query.web.Confined;
import linxi.query.web.Reads;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Papers as PDF: the same figures as on the pages, in the reader's language. */
@Hidden
@RestController
class PaperEndpoints {
    private final Reads reads;
    private final Press press;
    private final TraceAddress addresses;
    private final MessageSource texts;
    private final Clock clock;

    PaperEndpoints(Reads reads, Press press, TraceAddress addresses, MessageSource texts, Clock clock) {
        this.reads = reads;
        this.press = press;
        this.addresses = addresses;
        this.texts = texts;
        this.clock = clock;
    }

    private record Settled(SettlementAnswer settlement, List<Sharing> sharing) {}

    @GetMapping("/shipments/{id}/receipt.pdf")
    void receipt(@PathVariable String id, HttpServletRequest http, HttpServletResponse answer, Locale language)
            throws IOException {
        new Asked(http.getParameterMap()).nothingElse();
        var found = reads.read(answers -> answers.shipments().one(id));
        var shipment = Confined.own(http, found, found.origin(), found.market());
        if (!ReceiptPaper.isThere(shipment)) {
            throw new Refused(QueryRule.NOTHING_RECEIVED, null, id);
        }
        var words = new Wording(texts, language);
        var code = new TraceCode(TraceCode.Kind.SHIPMENT, id);
        var address = addresses.of(http, code);
        var now = clock.instant();
        var made = made(answer, now, words);
        send(
                answer,
                words,
                new Named("receipt-" + id, words.of("paper.receipt") + " " + id, Days.ALL),
                now,
                pdf -> new ReceiptPaper(shipment, words).draw(pdf, address, code.text(), made));
    }

    @GetMapping("/settlements/{id}/sheet.pdf")
    void settlement(@PathVariable String id, HttpServletRequest http, HttpServletResponse answer, Locale language)
            throws IOException {
        new Asked(http.getParameterMap()).nothingElse();
        var found = reads.read(answers -> settled(answers, id, http));
        var words = new Wording(texts, language);
        var now = clock.instant();
        var made = made(answer, now, words);
        send(
                answer,
                words,
                new Named("settlement-" + id, words.of("paper.settlement") + " " + id, Days.ALL),
                now,
                pdf -> new SettlementPaper(found.settlement(), found.sharing(), words).draw(pdf, made));
    }

    private static Settled settled(Answers answers, String id, HttpServletRequest http) {
        var found = answers.settlements().one(id);
        var settlement = Confined.own(http, found, found.origin(), found.market());
        return new Settled(settlement, Sharing.of(answers, settlement));
    }

    @GetMapping("/export/overview.pdf")
    void overview(HttpServletRequest http, HttpServletResponse answer, Locale language) throws IOException {
        var asked = new Asked(http.getParameterMap());
        var days = asked.days();
        asked.nothingElse();
        var paper = OverviewPaper.of(reads, days);
        var words = new Wording(texts, language);
        var now = clock.instant();
        var made = made(answer, now, words);
        send(
                answer,
                words,
                new Named("overview", words.of("export.overview"), days),
                now,
                pdf -> paper.draw(pdf, words, made));
    }

    /** What a file is called. */
    private record Named(String ascii, String shown, Days days) {}

    /** Which events are in it, and when it was made. */
    private static String made(HttpServletResponse answer, Instant now, Wording words) {
        return words.of("paper.made", String.valueOf(answer.getHeader(AsOf.POSITION)), Reader.time(now));
    }

    private void send(HttpServletResponse answer, Wording words, Named name, Instant now, Consumer<Pdf> content)
            throws IOException {
        press.send(
                answer,
                FileName.pdf(name.ascii(), name.shown(), name.days()),
                new About(name.shown(), words.language(), now),
                content);
    }
}
