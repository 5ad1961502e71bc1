package linxi.command.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import linxi.command.party.RegisterParty;
import linxi.command.party.SuspendParty;
import linxi.events.PartyId;
import linxi.events.PartyKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands on parties. */
@RestController
@RequestMapping("/api/parties")
class PartyEndpoints {
    /** ISO 3166-2, such as CN-BJ. */
    private static final Pattern REGION = Pattern.compile("[A-Z]{2}-[A-Z0-9]{1,3}");

    private final Requests requests;

    PartyEndpoints(Requests requests) {
        this.requests = requests;
    }

    @PostMapping
    ResponseEntity<Requests.Done> register(HttpServletRequest http) {
        var built = requests.read(http, PartyEndpoints::registration);
        return requests.created(built, built.command().party().value(), "/api/parties");
    }

    private static RegisterParty registration(Call call) {
        var form = call.form();
        return new RegisterParty(
                form.id("id", PartyId::new),
                form.choice("kind", PartyKind.class),
                form.name("name"),
                region(form),
                form.has("district") ? form.text("district", Form.NAME) : null,
                call.actorIfAny(),
                call.now());
    }

    private static @Nullable String region(Form form) {
        if (!form.has("region")) {
            return null;
        }
        var region = form.text("region", Form.NAME);
        if (!REGION.matcher(region).matches()) {
            form.bad(FormRule.VALUE_UNKNOWN, "region", region);
        }
        return region;
    }

    @PostMapping("/{id}/suspension")
    ResponseEntity<Requests.Done> suspend(@PathVariable String id, HttpServletRequest http) {
        var built = requests.read(
                http,
                call -> new SuspendParty(
                        call.id(id, PartyId::new), call.form().freeText("reason"), call.actor(), call.now()));
        return requests.done(built, id);
    }
}
