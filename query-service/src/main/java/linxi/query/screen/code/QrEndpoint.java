package linxi.query.screen.code;

import jakarta.servlet.http.HttpServletRequest;
import linxi.query.Asked;
import linxi.query.QueryRule;
import linxi.query.Refused;
import linxi.query.trace.TraceCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The QR code of a shipment or lot, for pages. It is drawn without looking whether there is one. */
@Controller
class QrEndpoint {
    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");

    private final TraceAddress addresses;

    QrEndpoint(TraceAddress addresses) {
        this.addresses = addresses;
    }

    @GetMapping("/codes/{code}.svg")
    ResponseEntity<String> picture(@PathVariable String code, HttpServletRequest http) {
        new Asked(http.getParameterMap()).nothingElse();
        var found =
                TraceCode.of(code).orElseThrow(() -> new Refused(QueryRule.NO_SUCH_PATH, null, http.getRequestURI()));
        var picture = QrPicture.svg(addresses.of(http, found), found.text());
        return ResponseEntity.ok().contentType(SVG).body(picture);
    }
}
