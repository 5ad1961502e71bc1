package linxi.command.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import linxi.command.axon.SettlementCommands;
import linxi.command.settlement.SettlementCommand.AgreeSettlement;
import linxi.command.settlement.SettlementCommand.PaySettlement;
import linxi.command.settlement.SettlementCommand.ReverseSettlement;
import linxi.events.SettlementId;
import linxi.events.wire.EventJson;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands on settlements, and the preview of one. */
@RestController
@RequestMapping("/api/settlements")
class SettlementEndpoints {
    private final Requests requests;
    private final SettlementCommands settlements;

    SettlementEndpoints(Requests requests, SettlementCommands settlements) {
        this.requests = requests;
        this.settlements = settlements;
    }

    @PostMapping
    ResponseEntity<Requests.Done> open(HttpServletRequest http) {
        var built = requests.read(http, SettlementForms::opening);
        return requests.created(built, built.command().settlement().value(), "/api/settlements");
    }

    /** Records nothing, so it needs no key and is judged anew each time. */
    @PostMapping("/preview")
    ResponseEntity<byte[]> preview(HttpServletRequest http) {
        var built = requests.read(http, SettlementForms::opening);
        var refused = built.call().refused();
        if (refused != null) {
            throw refused;
        }
        var preview = PreviewAnswer.of(settlements.preview(built.command()));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(EventJson.mapper().writeValueAsBytes(preview));
    }

    @PostMapping("/{id}/agreement")
    ResponseEntity<Requests.Done> agree(@PathVariable String id, HttpServletRequest http) {
        return done(
                id,
                http,
                call -> new AgreeSettlement(
                        settlement(call, id), call.actor(), call.form().at()));
    }

    @PostMapping("/{id}/payment")
    ResponseEntity<Requests.Done> pay(@PathVariable String id, HttpServletRequest http) {
        return done(
                id,
                http,
                call -> new PaySettlement(
                        settlement(call, id),
                        call.actor(),
                        call.form().freeText("reference"),
                        call.form().at()));
    }

    @PostMapping("/{id}/returns")
    ResponseEntity<Requests.Done> takeBack(@PathVariable String id, HttpServletRequest http) {
        return done(id, http, call -> SettlementForms.returning(call, id));
    }

    @PostMapping("/{id}/reversal")
    ResponseEntity<Requests.Done> reverse(@PathVariable String id, HttpServletRequest http) {
        return done(
                id,
                http,
                call -> new ReverseSettlement(
                        settlement(call, id),
                        call.actor(),
                        call.form().freeText("reason"),
                        call.form().at()));
    }

    private <C> ResponseEntity<Requests.Done> done(String id, HttpServletRequest http, Function<Call, C> build) {
        return requests.done(requests.read(http, build), id);
    }

    private static SettlementId settlement(Call call, String id) {
        return call.id(id, SettlementId::new);
    }
}
