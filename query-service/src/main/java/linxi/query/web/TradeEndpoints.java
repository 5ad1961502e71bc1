package linxi.query.web;

import static linxi.query.web.RegisterEndpoints.asked;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import linxi.query.claims.Claims;
import linxi.query.income.IncomeAnswer;
import linxi.query.list.Page;
import linxi.query.lot.Lots;
import linxi.query.sales.SalesAnswer;
import linxi.query.settlement.SettlementAnswer;
import linxi.query.settlement.SettlementSummary;
import linxi.query.shipment.ShipmentAnswer;
import linxi.query.shipment.ShipmentSummary;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lots, shipments, settlements, and the figures that come of them. */
@Tag(name = "trade")
@RestController
@RequestMapping(path = "/api", produces = "application/json")
class TradeEndpoints {
    private final Answers answers;

    TradeEndpoints(Answers answers) {
        this.answers = answers;
    }

    @Operation(summary = "Lots, newest first")
    @Parameter(in = ParameterIn.QUERY, name = "origin")
    @Parameter(in = ParameterIn.QUERY, name = "product")
    @Parameter(in = ParameterIn.QUERY, name = "left", description = "true: something is left; false: nothing")
    @Parameter(in = ParameterIn.QUERY, name = "limit")
    @Parameter(in = ParameterIn.QUERY, name = "after")
    @GetMapping("/lots")
    Page<Lots.Answer> lots(HttpServletRequest http) {
        return answers.lots().list(asked(http));
    }

    @GetMapping("/lots/{id}")
    Lots.Answer lot(@PathVariable String id, HttpServletRequest http) {
        asked(http).nothingElse();
        return answers.lots().one(id);
    }

    @Operation(summary = "Shipments, newest first; days of logging")
    @Parameter(in = ParameterIn.QUERY, name = "origin")
    @Parameter(in = ParameterIn.QUERY, name = "market")
    @Parameter(in = ParameterIn.QUERY, name = "state")
    @Parameter(in = ParameterIn.QUERY, name = "product")
    @Parameter(in = ParameterIn.QUERY, name = "settled")
    @Parameter(in = ParameterIn.QUERY, name = "from")
    @Parameter(in = ParameterIn.QUERY, name = "to")
    @Parameter(in = ParameterIn.QUERY, name = "limit")
    @Parameter(in = ParameterIn.QUERY, name = "after")
    @GetMapping("/shipments")
    Page<ShipmentSummary> shipments(HttpServletRequest http) {
        return answers.shipments().list(asked(http));
    }

    @GetMapping("/shipments/{id}")
    ShipmentAnswer shipment(@PathVariable String id, HttpServletRequest http) {
        asked(http).nothingElse();
        return answers.shipments().one(id);
    }

    @Operation(summary = "Settlements, newest first")
    @Parameter(in = ParameterIn.QUERY, name = "origin")
    @Parameter(in = ParameterIn.QUERY, name = "market")
    @Parameter(in = ParameterIn.QUERY, name = "state")
    @Parameter(in = ParameterIn.QUERY, name = "limit")
    @Parameter(in = ParameterIn.QUERY, name = "after")
    @GetMapping("/settlements")
    Page<SettlementSummary> settlements(HttpServletRequest http) {
        return answers.settlements().list(asked(http));
    }

    @GetMapping("/settlements/{id}")
    SettlementAnswer settlement(@PathVariable String id, HttpServletRequest http) {
        asked(http).nothingElse();
        return answers.settlements().one(id);
    }

    @Operation(summary = "Sales, by the day of the final receipt")
    @Parameter(in = ParameterIn.QUERY, name = "from")
    @Parameter(in = ParameterIn.QUERY, name = "to")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "groupBy",
            description = "of product, brand, market, region, channel, origin, month, day; separated by commas")
    @GetMapping("/sales")
    SalesAnswer sales(HttpServletRequest http) {
        return answers.sales().answer(asked(http));
    }

    @Operation(summary = "What households earned, by the day of the settlement's agreement")
    @Parameter(in = ParameterIn.QUERY, name = "from")
    @Parameter(in = ParameterIn.QUERY, name = "to")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "groupBy",
            description = "of path, origin, product, village, status, month; separated by commas")
    @GetMapping("/income")
    IncomeAnswer income(HttpServletRequest http) {
        return answers.income().answer(asked(http));
    }

    @Operation(summary = "Published figures beside the computed ones")
    @GetMapping("/claims")
    Claims.Answer claims(HttpServletRequest http) {
        asked(http).nothingElse();
        return answers.claims().answer();
    }
}
