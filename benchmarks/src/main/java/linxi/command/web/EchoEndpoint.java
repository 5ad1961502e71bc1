package linxi.command.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Only among benchmarks: reads the body of a shipment as the real endpoint does, and answers without a command. */
@RestController
class EchoEndpoint {
    private final Requests requests;

    EchoEndpoint(Requests requests) {
        this.requests = requests;
    }

    @PostMapping("/api/echo")
    ResponseEntity<Requests.Done> echo(HttpServletRequest http) {
        var built = requests.read(http, ShipmentForms::logging);
        return ResponseEntity.status(201)
                .contentType(MediaType.APPLICATION_JSON)
                .header("X-Position", "1")
                .header("Idempotency-Key", built.key())
                .location(URI.create("/api/shipments/" + built.command().shipment()))
                .body(new Requests.Done(built.command().shipment().value(), 1));
    }
}
