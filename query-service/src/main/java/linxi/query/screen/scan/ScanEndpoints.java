package linxi.query.screen.scan;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import linxi.edge.http.BodyRoom;
import linxi.query.QueryRule;
import linxi.query.Refused;
import linxi.query.screen.code.OurNames;
import linxi.query.web.Reads;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What the page for scanning asks: where a text, or what is on a photo, leads. Nothing is recorded. */
@Hidden
@RestController
@RequestMapping(path = "/scan", produces = "application/json")
class ScanEndpoints {
    /** Of {@code {"text": ...}}: a QR code holds less. */
    private static final int LARGEST = 32 << 10;

    /** Asks for a frame of a camera: that there is no code on it is nothing to complain of. */
    private static final String FRAME = "frame";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Reads reads;
    private final BodyRoom room;
    private final Photos photos;
    private final OurNames names;

    ScanEndpoints(Reads reads, BodyRoom room, Photos photos, OurNames names) {
        this.reads = reads;
        this.room = room;
        this.photos = photos;
        this.names = names;
    }

    @PostMapping("/code")
    Ways.Way code(HttpServletRequest http) {
        return way(text(room.read(http, LARGEST)), http);
    }

    /** The body is the photo itself. */
    @PostMapping("/photo")
    ResponseEntity<Ways.Way> photo(HttpServletRequest http) {
        var text = photos.text(http);
        if (text.isEmpty() && FRAME.equals(http.getQueryString())) {
            return ResponseEntity.noContent().build();
        }
        return ResponseEntity.ok(way(text.orElseThrow(() -> new Refused(QueryRule.NO_CODE_IN_PHOTO)), http));
    }

    private Ways.Way way(String text, HttpServletRequest http) {
        var meant = ScannedText.meant(text, host -> names.areOurs(host, http));
        if (meant.isEmpty()) {
            throw new Refused(QueryRule.NOT_OUR_CODE, "text", ScannedText.shown(text));
        }
        return reads.read(answers -> Ways.of(meant, http, answers));
    }

    private static String text(byte[] body) {
        try {
            var text = JSON.readTree(body).path("text");
            if (text.isString()) {
                return text.stringValue();
            }
        } catch (JacksonException broken) {
            throw new Refused(QueryRule.BAD_BODY, "text", null);
        }
        throw new Refused(QueryRule.BAD_BODY, "text", null);
    }
}
