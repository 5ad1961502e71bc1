package linxi.query.screen.label;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import linxi.events.PartyId;
import linxi.query.Asked;
import linxi.query.Days;
import linxi.query.QueryRule;
import linxi.query.Refused;
import linxi.query.export.FileName;
import linxi.query.lot.LotDocument;
import linxi.query.print.About;
import linxi.query.print.Press;
import linxi.query.screen.code.TraceAddress;
import linxi.query.screen.paper.Wording;
import linxi.query.shipment.ShipmentAnswer;
import linxi.query.web.Answers;
import linxi.query.web.Confined;
import linxi.query.web.Reads;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** 打印标签: {@code size=a4} or {@code 60x40}, {@code copies} of each, 1 to 200. */
@Hidden
@RestController
class LabelEndpoints {
    /** Of one file, all copies counted. */
    private static final int MOST = 2_000;

    private static final int MOST_COPIES = 200;

    private final Reads reads;
    private final Press press;
    private final TraceAddress addresses;
    private final MessageSource texts;
    private final Clock clock;

    LabelEndpoints(Reads reads, Press press, TraceAddress addresses, MessageSource texts, Clock clock) {
        this.reads = reads;
        this.press = press;
        this.addresses = addresses;
        this.texts = texts;
        this.clock = clock;
    }

    /** What was asked for, beside the labels of what. */
    private record Wanted(LabelSize size, int copies) {
        static Wanted of(HttpServletRequest http) {
            var asked = new Asked(http.getParameterMap());
            var wanted = new Wanted(LabelSize.of(asked), asked.number("copies", 1, 1, MOST_COPIES));
            asked.nothingElse();
            return wanted;
        }
    }

    private record Both(ShipmentAnswer shipment, Map<String, LotDocument> lots) {}

    @GetMapping("/shipments/{id}/labels.pdf")
    void shipment(@PathVariable String id, HttpServletRequest http, HttpServletResponse answer, Locale language)
            throws IOException {
        var wanted = Wanted.of(http);
        var both = reads.read(answers -> both(answers, id, http));
        var words = new Wording(texts, language);
        send(answer, wanted, "S." + id, new Labels(addresses, http, words).of(both.shipment(), both.lots()), words);
    }

    private static Both both(Answers answers, String id, HttpServletRequest http) {
        var found = answers.shipments().one(id);
        var shipment = Confined.own(http, found, found.origin(), found.market());
        var lots = shipment.lines().stream().map(ShipmentAnswer.Line::lot).toList();
        return new Both(
                shipment, answers.lots().of(new PartyId(shipment.origin().id()), lots));
    }

    @GetMapping("/lots/{id}/labels.pdf")
    void lot(@PathVariable String id, HttpServletRequest http, HttpServletResponse answer, Locale language)
            throws IOException {
        var wanted = Wanted.of(http);
        var found = reads.read(answers -> answers.lots().one(id));
        var lot = Confined.own(http, found, found.origin(), null);
        var words = new Wording(texts, language);
        send(answer, wanted, "L." + id, new Labels(addresses, http, words).of(lot), words);
    }

    private void send(HttpServletResponse answer, Wanted wanted, String of, List<Label> labels, Wording words)
            throws IOException {
        if (labels.size() * (long) wanted.copies() > MOST) {
            throw new Refused(QueryRule.TOO_MANY_LABELS, "copies", Integer.toString(MOST));
        }
        var title = words.of("label.title", of);
        press.send(
                answer,
                FileName.pdf("labels-" + of, title, Days.ALL),
                new About(title, words.language(), clock.instant()),
                pdf -> LabelDrawing.draw(pdf, wanted.size(), labels, wanted.copies()));
    }
}
