package linxi.query.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import linxi.query.Asked;
import linxi.query.agreement.Agreements;
import linxi.query.household.Households;
import linxi.query.income.EarningsAnswer;
import linxi.query.list.Page;
import linxi.query.party.Parties;
import linxi.query.product.Products;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The registers: parties, products, households and agreements. */
@Tag(name = "registers")
@RestController
@RequestMapping(path = "/api", produces = "application/json")
class RegisterEndpoints {
    /** Where the parameters of a request lie, so that a test can see what was read. */
    static final String ASKED = "linxi.asked";

    private final Reads reads;
    private final Clock clock;

    RegisterEndpoints(Reads reads, Clock clock) {
        this.reads = reads;
        this.clock = clock;
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

    @GetMapping("/households")
    Page<Households.Answer> households(HttpServletRequest http) {
        return reads.read(answers -> answers.households().list(asked(http), clock.instant()));
    }

    @GetMapping("/households/{id}")
    Households.Answer household(@PathVariable String id, HttpServletRequest http) {
        asked(http).nothingElse();
        return reads.read(answers -> answers.households().one(id, clock.instant()));
    }

    @GetMapping("/households/{id}/income")
    EarningsAnswer earnings(@PathVariable String id, HttpServletRequest http) {
        return reads.read(answers -> answers.earnings().answer(id, asked(http), clock.instant()));
    }

    @GetMapping("/agreements")
    Page<Agreements.Answer> agreements(HttpServletRequest http) {
        return reads.read(answers -> answers.agreements().list(asked(http)));
    }

    @GetMapping("/agreements/{id}")
    Agreements.Answer agreement(@PathVariable String id, HttpServletRequest http) {
        asked(http).nothingElse();
        return reads.read(answers -> answers.agreements().one(id));
    }

    static Asked asked(HttpServletRequest http) {
        var asked = new Asked(http.getParameterMap());
        http.setAttribute(ASKED, asked);
        return asked;
    }
}
