package linxi.query.web;

import linxi.query.agreement.Agreements;
import linxi.query.attributed.Attributed;
import linxi.query.claims.Claims;
import linxi.query.household.Households;
import linxi.query.income.Earnings;
import linxi.query.income.Income;
import linxi.query.lot.Lots;
import linxi.query.newest.Newest;
import linxi.query.party.Parties;
import linxi.query.product.Products;
import linxi.query.sales.Sales;
import linxi.query.settlement.Settlements;
import linxi.query.sharing.Computations;
import linxi.query.shipment.Shipments;
import linxi.query.sold.Sold;
import linxi.query.trace.Traces;

/** Everything that answers. */
public record Answers(
        Parties parties,
        Products products,
        Households households,
        Agreements agreements,
        Lots lots,
        Shipments shipments,
        Settlements settlements,
        Sales sales,
        Income income,
        Earnings earnings,
        Claims claims,
        Computations computations,
        Traces traces,
        Sold sold,
        Attributed attributed,
        Newest newest) {}
