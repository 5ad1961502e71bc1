package linxi.query.screen.code;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import linxi.access.gate.Access;
import linxi.query.trace.Trace;
import linxi.query.trace.TraceCode;
import linxi.query.web.Reads;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * 溯源: where produce comes from, for whoever scans its label; nobody need log in. Parameters are not looked at: messengers
 * add their own to every link that is shared.
 */
@Controller
class TracePage {
    private final StrangersReads strangers;
    private final Reads reads;
    private final MessageSource texts;

    TracePage(StrangersReads strangers, Reads reads, MessageSource texts) {
        this.strangers = strangers;
        this.reads = reads;
        this.texts = texts;
    }

    @GetMapping("/t/{code}")
    String trace(
            @PathVariable String code,
            HttpServletRequest http,
            HttpServletResponse answer,
            Locale language,
            Model model) {
        boolean stranger = Access.of(http).caller() == null;
        answer.setHeader("X-Robots-Tag", "noindex");
        var found = TraceCode.of(code).flatMap(it -> find(it, stranger));
        if (found.isEmpty()) {
            // Not kept by anybody: a label may be printed a moment before we know of it.
            answer.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return "no-trace";
        }
        if (stranger) {
            // The page of who is logged in bears his name.
            answer.setHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=60");
            answer.addHeader(HttpHeaders.VARY, "Accept-Language, Cookie, Authorization");
        }
        model.addAttribute("trace", TraceOnPage.of(found.get(), texts, language));
        return "trace";
    }

    private Optional<Trace> find(TraceCode code, boolean stranger) {
        return stranger
                ? strangers.find(code)
                : reads.read(answers -> answers.traces().find(code));
    }
}
