package linxi.command.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import linxi.command.Moment;
import linxi.command.agreement.AgreementCommand.AmendAgreement;
import linxi.command.agreement.AgreementCommand.EndAgreement;
import linxi.command.agreement.AgreementCommand.PublishAgreement;
import linxi.events.AgreementId;
import linxi.events.HouseholdKey;
import linxi.events.Id;
import linxi.events.IncomePath;
import linxi.events.PartyId;
import linxi.events.ProductId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Commands on benefit agreements. */
@RestController
@RequestMapping("/api/agreements")
class AgreementEndpoints {
    private static final int MOST_PRODUCTS = 100;
    private static final int MOST_MEMBERS = 20_000;
    private static final long MOST_POINTS = 10_000;
    private static final long MOST_WEIGHT = 1_000_000_000;

    private final Requests requests;

    AgreementEndpoints(Requests requests) {
        this.requests = requests;
    }

    @PostMapping
    ResponseEntity<Requests.Done> publish(HttpServletRequest http) {
        var built = requests.read(http, JsonBody.LARGE, AgreementEndpoints::publishing);
        return requests.created(built, built.command().agreement().value(), "/api/agreements");
    }

    static PublishAgreement publishing(Call call) {
        var form = call.form();
        return new PublishAgreement(
                form.id("id", AgreementId::new),
                call.actor(),
                form.id("origin", PartyId::new),
                form.ids("products", MOST_PRODUCTS, ProductId::new),
                form.day("validFrom"),
                paths(form),
                form.has("members") ? members(form) : new TreeMap<>(),
                Moment.clock(call.now()));
    }

    @PostMapping("/{id}/versions")
    ResponseEntity<Requests.Done> amend(@PathVariable String id, HttpServletRequest http) {
        var built = requests.read(http, JsonBody.LARGE, call -> {
            var form = call.form();
            return new AmendAgreement(
                    call.id(id, AgreementId::new),
                    call.actor(),
                    form.day("validFrom"),
                    paths(form),
                    form.has("members") ? members(form) : null,
                    Moment.clock(call.now()));
        });
        return requests.done(built, id);
    }

    @PostMapping("/{id}/end")
    ResponseEntity<Requests.Done> end(@PathVariable String id, HttpServletRequest http) {
        var built = requests.read(
                http,
                call -> new EndAgreement(
                        call.id(id, AgreementId::new),
                        call.actor(),
                        call.form().day("validTo"),
                        Moment.clock(call.now())));
        return requests.done(built, id);
    }

    private static SortedMap<IncomePath, Integer> paths(Form form) {
        var stated = form.child("paths");
        var paths = new TreeMap<IncomePath, Integer>();
        for (var name : stated.names()) {
            int points = Math.toIntExact(stated.whole(name, 0, MOST_POINTS));
            path(stated, name).ifPresent(path -> paths.put(path, points));
        }
        return paths;
    }

    private static SortedMap<IncomePath, SortedMap<HouseholdKey, Long>> members(Form form) {
        var stated = form.child("members");
        var members = new TreeMap<IncomePath, SortedMap<HouseholdKey, Long>>();
        for (var name : stated.names()) {
            var weights = weights(stated, name);
            path(stated, name).ifPresent(path -> members.put(path, weights));
        }
        return members;
    }

    private static SortedMap<HouseholdKey, Long> weights(Form members, String path) {
        var stated = members.child(path);
        var households = stated.names();
        var weights = new TreeMap<HouseholdKey, Long>();
        if (households.size() > MOST_MEMBERS) {
            members.bad(FormRule.TOO_LARGE, path, households.size());
            return weights;
        }
        for (var household : households) {
            if (Id.isValid(household)) {
                weights.put(new HouseholdKey(household), stated.whole(household, 0, MOST_WEIGHT));
            } else {
                stated.bad(FormRule.NO_ID, household, household);
            }
        }
        return weights;
    }

    private static Optional<IncomePath> path(Form form, String name) {
        for (var path : IncomePath.values()) {
            if (path.name().equals(name)) {
                return Optional.of(path);
            }
        }
        form.bad(FormRule.VALUE_UNKNOWN, name, name);
        return Optional.empty();
    }
}
