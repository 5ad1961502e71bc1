package linxi.query.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
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
    private final Answers answers;
    private final Clock clock;

    RegisterEndpoints(Answers answers, Clock clock) {
        this.answers = answers;
        this.clock = clock;
    }

    @Operation(summary = "Parties, by id")
    @Parameter(in = ParameterIn.QUERY, name = "limit")
    @Parameter(in = ParameterIn.QUERY, name = "after")
    @GetMapping("/parties")
    Page<Parties.Answer> parties(HttpServletRequest http) {
        return answers.parties().list(asked(http));
    }

    @GetMapping("/parties/{id}")
    Parties.Answer party(@PathVariable String id, HttpServletRequest http) {
        asked(http).nothingElse();
        return answers.parties().one(id);
    }

    @Operation(summary = "Products, by id")
    @Parameter(in = ParameterIn.QUERY, name = "limit")
    @Parameter(in = ParameterIn.QUERY, name = "after")
    @GetMapping("/products")
    Page<Products.Answer> products(HttpServletRequest http) {
        return answers.products().list(asked(http));
    }

    @GetMapping("/products/{id}")
    Products.Answer product(@PathVariable String id, HttpServletRequest http) {
        asked(http).nothingElse();
        return answers.products().one(id);
    }

    @Operation(summary = "Households, by key")
    @Parameter(in = ParameterIn.QUERY, name = "limit")
    @Parameter(in = ParameterIn.QUERY, name = "after")
    @GetMapping("/households")
    Page<Households.Answer> households(HttpServletRequest http) {
        return answers.households().list(asked(http), clock.instant());
    }

    @GetMapping("/households/{id}")
    Households.Answer household(@PathVariable String id, HttpServletRequest http) {
        asked(http).nothingElse();
        return answers.households().one(id, clock.instant());
    }

    @Operation(summary = "What one household earned, down to the crates it came from")
    @Parameter(in = ParameterIn.QUERY, name = "from")
    @Parameter(in = ParameterIn.QUERY, name = "to")
    @GetMapping("/households/{id}/income")
    EarningsAnswer earnings(@PathVariable String id, HttpServletRequest http) {
        return answers.earnings().answer(id, asked(http), clock.instant());
    }

    @Operation(summary = "Benefit agreements, by id")
    @Parameter(in = ParameterIn.QUERY, name = "limit")
    @Parameter(in = ParameterIn.QUERY, name = "after")
    @GetMapping("/agreements")
    Page<Agreements.Answer> agreements(HttpServletRequest http) {
        return answers.agreements().list(asked(http));
    }

    @GetMapping("/agreements/{id}")
    Agreements.Answer agreement(@PathVariable String id, HttpServletRequest http) {
        asked(http).nothingElse();
        return answers.agreements().one(id);
    }

    static Asked asked(HttpServletRequest http) {
        return new Asked(http.getParameterMap());
    }
}
