package linxi.query.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import linxi.access.gate.Access;
import linxi.query.Asked;
import linxi.query.agreement.Agreements;
import linxi.query.list.Page;
import linxi.query.party.Parties;
import linxi.query.product.Products;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The registers: parties, products and agreements. */
@Tag(name = "registers")
@RestController
@RequestMapping(path = "/api", produces = "application/json")
class RegisterEndpoints {
    /** Where the parameters of a request lie, so that a test can see what was read. */
    static final String ASKED = "linxi.asked";

    private final Reads reads;

    RegisterEndpoints(Reads reads) {
        this.reads = reads;
    }

    @GetMapping("/parties")
    Page<Parties.Answer> parties(HttpServletRequest http) {
        return reads.read(answers -> answers.parties().list(asked(http)));
    }

    @GetMapping("/parties/{id}")
    Parties.Answer party(@PathVariable String id, HttpServletRequest http) {
        asked(http).nothingElse();
        return reads.read(answers -> answers.parties().one(id));
    }

    @GetMapping("/products")
    Page<Products.Answer> products(HttpServletRequest http) {
        return reads.read(answers -> answers.products().list(asked(http)));
    }

    @GetMapping("/products/{id}")
    Products.Answer product(@PathVariable String id, HttpServletRequest http) {
        asked(http).nothingElse();
        return reads.read(answers -> answers.products().one(id));
    }

    @GetMapping("/agreements")
    Page<Agreements.Answer> agreements(HttpServletRequest http) {
        return reads.read(answers ->
                answers.agreements().list(asked(http), Access.of(http).own()));
    }

    @GetMapping("/agreements/{id}")
    Agreements.Answer agreement(@PathVariable String id, HttpServletRequest http) {
        asked(http).nothingElse();
        var agreement = reads.read(answers -> answers.agreements().one(id));
        return Confined.own(http, agreement, agreement.origin(), null);
    }

    static Asked asked(HttpServletRequest http) {
        return asked(http, http.getParameterMap());
    }

    static Asked asked(HttpServletRequest http, Map<String, String[]> parameters) {
        var asked = new Asked(parameters);
        http.setAttribute(ASKED, asked);
        return asked;
    }
}
