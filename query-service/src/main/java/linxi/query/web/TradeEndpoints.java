package linxi.query.web;

import static linxi.query.web.RegisterEndpoints.asked;

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
    private final Reads reads;

    TradeEndpoints(Reads reads) {
        this.reads = reads;
    }

    @GetMapping("/lots")
    Page<Lots.Answer> lots(HttpServletRequest http) {
        return reads.read(answers -> answers.lots().list(Confined.asked(http)));
    }

    @GetMapping("/lots/{id}")
    Lots.Answer lot(@PathVariable String id, HttpServletRequest http) {
        asked(http).nothingElse();
        var lot = reads.read(answers -> answers.lots().one(id));
        return Confined.own(http, lot, lot.origin(), null);
    }

    @GetMapping("/shipments")
    Page<ShipmentSummary> shipments(HttpServletRequest http) {
        return reads.read(answers -> answers.shipments().list(Confined.asked(http)));
    }

    @GetMapping("/shipments/{id}")
    ShipmentAnswer shipment(@PathVariable String id, HttpServletRequest http) {
        asked(http).nothingElse();
        var shipment = reads.read(answers -> answers.shipments().one(id));
        return Confined.own(http, shipment, shipment.origin(), shipment.market());
    }

    @GetMapping("/settlements")
    Page<SettlementSummary> settlements(HttpServletRequest http) {
        return reads.read(answers -> answers.settlements().list(Confined.asked(http)));
    }

    @GetMapping("/settlements/{id}")
    SettlementAnswer settlement(@PathVariable String id, HttpServletRequest http) {
        asked(http).nothingElse();
        var settlement = reads.read(answers -> answers.settlements().one(id));
        return Confined.own(http, settlement, settlement.origin(), settlement.market());
    }

    @GetMapping("/sales")
    SalesAnswer sales(HttpServletRequest http) {
        return reads.read(answers -> answers.sales().answer(asked(http)));
    }

    @GetMapping("/income")
    IncomeAnswer income(HttpServletRequest http) {
        return reads.read(answers -> answers.income().answer(asked(http)));
    }

    @GetMapping("/claims")
    Claims.Answer claims(HttpServletRequest http) {
        asked(http).nothingElse();
        return reads.read(answers -> answers.claims().answer());
    }
}
