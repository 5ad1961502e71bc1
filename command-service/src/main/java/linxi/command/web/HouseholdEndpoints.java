package linxi.command.web;

import jakarta.servlet.http.HttpServletRequest;
import linxi.command.household.ChangeHouseholdStatus;
import linxi.command.household.RegisterHousehold;
import linxi.command.household.RegisterHousehold.FirstStatus;
import linxi.events.HouseholdKey;
import linxi.events.HouseholdStatus;
import linxi.events.PartyId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands on households. */
@RestController
@RequestMapping("/api/households")
class HouseholdEndpoints {
    private final Requests requests;

    HouseholdEndpoints(Requests requests) {
        this.requests = requests;
    }

    @PostMapping
    ResponseEntity<Requests.Done> register(HttpServletRequest http) {
        var built = requests.read(http, HouseholdEndpoints::registering);
        return requests.created(built, built.command().household().value(), "/api/households");
    }

    static RegisterHousehold registering(Call call) {
        return new RegisterHousehold(
                call.form().id("id", HouseholdKey::new),
                call.form().id("village", PartyId::new),
                status(call.form()),
                call.actor(),
                call.now());
    }

    /** Both or neither: a status without its first day would count from nowhere. */
    private static @Nullable FirstStatus status(Form form) {
        boolean since = form.has("statusFrom");
        return form.has("status") || since
                ? new FirstStatus(form.choice("status", HouseholdStatus.class), form.day("statusFrom"))
                : null;
    }

    @PostMapping("/{id}/status")
    ResponseEntity<Requests.Done> changeStatus(@PathVariable String id, HttpServletRequest http) {
        var built = requests.read(
                http,
                call -> new ChangeHouseholdStatus(
                        call.id(id, HouseholdKey::new),
                        call.form().choice("status", HouseholdStatus.class),
                        call.form().day("from"),
                        call.form().has("to") ? call.form().day("to") : null,
                        call.actor(),
                        call.now()));
        return requests.done(built, id);
    }
}
