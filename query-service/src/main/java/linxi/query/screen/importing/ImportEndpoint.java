package linxi.query.screen.importing;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import linxi.edge.http.BodyRoom;
import linxi.query.QueryRule;
import linxi.query.Refused;
import linxi.query.export.Download;
import linxi.query.export.FileName;
import linxi.query.export.Format;
import linxi.query.importing.run.Progress;
import linxi.query.importing.run.Run;
import linxi.query.importing.run.Runs;
import linxi.query.web.Delegates;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes files in, which are the bodies themselves, and gives files out. */
@Hidden
@RestController
@RequestMapping("/import")
class ImportEndpoint {
    private static final int MOST_BYTES = 8 << 20;
    private static final int LONGEST_NAME = 100;

    private final ImportAccess access;
    private final Runs runs;
    private final Delegates delegates;
    private final BodyRoom room;
    private final MessageSource texts;

    ImportEndpoint(ImportAccess access, Runs runs, Delegates delegates, BodyRoom room, MessageSource texts) {
        this.access = access;
        this.runs = runs;
        this.delegates = delegates;
        this.room = room;
        this.texts = texts;
    }

    /** @param page where to see how it goes on */
    record Taken(String run, String page) {}

    @GetMapping("/{kind}/template.{format}")
    void template(
            @PathVariable String kind,
            @PathVariable String format,
            HttpServletRequest http,
            HttpServletResponse answer,
            Locale language)
            throws IOException {
        var asked = access.kind(kind, http);
        var as = Format.of(format);
        var words = new ImportTexts(texts, language);
        var template = new Templates(asked, words);
        var name = name("linxi-" + kind, words.of("kind." + kind), as);
        Download.send(answer, as, name, file -> template.write(file, as));
    }

    private static FileName name(String ascii, String shown, Format as) {
        return new FileName(ascii + "." + as.extension(), shown + "." + as.extension());
    }

    /** Nothing of it is recorded before it is started. */
    @PostMapping("/{kind}")
    ResponseEntity<Taken> take(@PathVariable String kind, HttpServletRequest http, Locale language) throws IOException {
        var asked = access.kind(kind, http);
        var caller = access.caller(http, language);
        var body = room.read(http, MOST_BYTES);
        var file = Files.createTempFile("linxi-import-", ".table");
        try {
            Files.write(file, body);
            var run = runs.take(file, fileName(http), asked, caller, delegates.of(http, language, caller.party()));
            return ResponseEntity.accepted().body(new Taken(run.id(), "/import/runs/" + run.id()));
        } catch (RuntimeException | IOException refused) {
            remove(file);
            throw refused;
        }
    }

    private static void remove(Path file) throws IOException {
        var _ = Files.deleteIfExists(file);
    }

    /** For its page only. */
    private static String fileName(HttpServletRequest http) {
        var header = http.getHeader("X-File-Name");
        if (header == null) {
            return "";
        }
        try {
            var name = URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.UTF_8)
                    .replaceAll("[\\p{Cntrl}/\\\\]", "");
            return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
        } catch (IllegalArgumentException e) {
            throw new Refused(QueryRule.BAD_VALUE, "X-File-Name", null);
        }
    }

    @GetMapping("/runs/{run}/progress")
    Progress progress(@PathVariable String run, HttpServletRequest http) {
        return find(run, http).progress();
    }

    private Run find(String run, HttpServletRequest http) {
        return runs.find(run, access.owner(http));
    }

    @PostMapping("/runs/{run}/start")
    Progress start(@PathVariable String run, HttpServletRequest http) {
        var found = find(run, http);
        var caller = found.caller();
        runs.start(found, delegates.of(http, caller.language(), caller.party()));
        return found.progress();
    }

    @PostMapping("/runs/{run}/stop")
    Progress stop(@PathVariable String run, HttpServletRequest http) {
        var found = find(run, http);
        found.stop();
        return found.progress();
    }

    @GetMapping("/runs/{run}/failed.{format}")
    void failed(
            @PathVariable String run,
            @PathVariable String format,
            HttpServletRequest http,
            HttpServletResponse answer,
            Locale language)
            throws IOException {
        var as = Format.of(format);
        var found = find(run, http);
        var reading = found.reading();
        if (reading == null || found.progress().stage().isUnderWay()) {
            throw new Refused(QueryRule.IMPORT_NOT_READY);
        }
        var words = new ImportTexts(texts, language);
        var rows = new FailedRows(found, reading, words);
        var name = name(
                "linxi-" + found.kind().path() + "-failed",
                words.of("kind." + found.kind().path()) + words.of("failed.name"),
                as);
        Download.send(answer, as, name, rows::write);
    }
}
