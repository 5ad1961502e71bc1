package linxi.command.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import linxi.command.Moment;
import linxi.command.lot.CommissionLot;
import linxi.command.lot.HoldLot;
import linxi.command.lot.ReleaseLot;
import linxi.events.HouseholdKey;
import linxi.events.LotId;
import linxi.events.PartyId;
import linxi.events.ProductId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands on lots. */
@RestController
@RequestMapping("/api/lots")
class LotEndpoints {
    private final Requests requests;

    LotEndpoints(Requests requests) {
        this.requests = requests;
    }

    @PostMapping
    ResponseEntity<Requests.Done> commission(HttpServletRequest http) {
        var built = requests.read(http, JsonBody.LARGE, LotEndpoints::commission);
        return requests.created(built, built.command().lot().value(), "/api/lots");
    }

    static CommissionLot commission(Call call) {
        var form = call.form();
        return new CommissionLot(
                Requests.idOrNew(form, LotId::new),
                form.id("origin", PartyId::new),
                form.id("product", ProductId::new),
                form.quantity("quantity"),
                form.time("producedAt"),
                contributions(form),
                call.actor(),
                Moment.clock(call.now()));
    }

    private static List<CommissionLot.Brought> contributions(Form form) {
        if (!form.has("contributions") || form.hasNone("contributions")) {
            return List.of();
        }
        var brought = form.lines(
                "contributions",
                CommissionLot.MOST_CONTRIBUTIONS,
                line -> new CommissionLot.Brought(line.id("household", HouseholdKey::new), line.quantity("quantity")));
        form.once("contributions", brought, CommissionLot.Brought::household, ".household");
        return brought;
    }

    @PostMapping("/{id}/hold")
    ResponseEntity<Requests.Done> hold(@PathVariable String id, HttpServletRequest http) {
        var built = requests.read(
                http,
                call -> new HoldLot(
                        call.id(id, LotId::new),
                        call.form().freeText("reason"),
                        call.actor(),
                        Moment.clock(call.now())));
        return requests.done(built, id);
    }

    @PostMapping("/{id}/release")
    ResponseEntity<Requests.Done> release(@PathVariable String id, HttpServletRequest http) {
        var built = requests.read(
                http,
                call -> new ReleaseLot(
                        call.id(id, LotId::new),
                        call.form().freeText("reason"),
                        call.actor(),
                        Moment.clock(call.now())));
        return requests.done(built, id);
    }
}
