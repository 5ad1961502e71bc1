package linxi.command.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import linxi.command.shipment.AgreeDiscrepancy;
import linxi.command.shipment.CancelShipment;
import linxi.command.shipment.DisputeDiscrepancy;
import linxi.command.shipment.RecordArrival;
import linxi.command.shipment.RejectShipment;
import linxi.command.shipment.ReportLoss;
import linxi.events.ShipmentId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands on shipments. */
@RestController
@RequestMapping("/api/shipments")
class ShipmentEndpoints {
    private final Requests requests;

    ShipmentEndpoints(Requests requests) {
        this.requests = requests;
    }

    @PostMapping
    ResponseEntity<Requests.Done> log(HttpServletRequest http) {
        var built = requests.read(http, ShipmentForms::logging);
        return requests.created(built, built.command().shipment().value(), "/api/shipments");
    }

    @PostMapping("/{id}/dispatch")
    ResponseEntity<Requests.Done> dispatch(@PathVariable String id, HttpServletRequest http) {
        return done(id, http, call -> ShipmentForms.dispatch(call, id));
    }

    @PostMapping("/{id}/arrival")
    ResponseEntity<Requests.Done> arrival(@PathVariable String id, HttpServletRequest http) {
        return done(
                id,
                http,
                call -> new RecordArrival(
                        shipment(call, id), call.actor(), call.form().at()));
    }

    @PostMapping("/{id}/receipts")
    ResponseEntity<Requests.Done> receipt(@PathVariable String id, HttpServletRequest http) {
        return done(id, http, call -> ShipmentForms.receipt(call, id));
    }

    @PostMapping("/{id}/receipt-corrections")
    ResponseEntity<Requests.Done> correction(@PathVariable String id, HttpServletRequest http) {
        return done(id, http, call -> ShipmentForms.correction(call, id));
    }

    @PostMapping("/{id}/return-receipt")
    ResponseEntity<Requests.Done> returned(@PathVariable String id, HttpServletRequest http) {
        return done(id, http, call -> ShipmentForms.returned(call, id));
    }

    @PostMapping("/{id}/discrepancy-agreement")
    ResponseEntity<Requests.Done> agreement(@PathVariable String id, HttpServletRequest http) {
        return done(
                id,
                http,
                call -> new AgreeDiscrepancy(
                        shipment(call, id), call.actor(), call.form().at()));
    }

    @PostMapping("/{id}/discrepancy-dispute")
    ResponseEntity<Requests.Done> dispute(@PathVariable String id, HttpServletRequest http) {
        return done(
                id,
                http,
                call -> new DisputeDiscrepancy(
                        shipment(call, id),
                        reason(call),
                        call.actor(),
                        call.form().at()));
    }

    @PostMapping("/{id}/cancellation")
    ResponseEntity<Requests.Done> cancellation(@PathVariable String id, HttpServletRequest http) {
        return done(
                id,
                http,
                call -> new CancelShipment(
                        shipment(call, id),
                        reason(call),
                        call.actor(),
                        call.form().at()));
    }

    @PostMapping("/{id}/loss")
    ResponseEntity<Requests.Done> loss(@PathVariable String id, HttpServletRequest http) {
        return done(
                id,
                http,
                call -> new ReportLoss(
                        shipment(call, id),
                        reason(call),
                        call.actor(),
                        call.form().at()));
    }

    @PostMapping("/{id}/rejection")
    ResponseEntity<Requests.Done> rejection(@PathVariable String id, HttpServletRequest http) {
        return done(
                id,
                http,
                call -> new RejectShipment(
                        shipment(call, id),
                        reason(call),
                        call.actor(),
                        call.form().at()));
    }

    private <C> ResponseEntity<Requests.Done> done(String id, HttpServletRequest http, Function<Call, C> build) {
        return requests.done(requests.read(http, build), id);
    }

    private static ShipmentId shipment(Call call, String id) {
        return call.id(id, ShipmentId::new);
    }

    private static String reason(Call call) {
        return call.form().freeText("reason");
    }
}
