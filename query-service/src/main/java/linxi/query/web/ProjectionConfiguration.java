package linxi.query.web;

import linxi.query.agreement.AgreementHistoryProjection;
import linxi.query.agreement.AgreementProjection;
import linxi.query.agreement.MembersProjection;
import linxi.query.attributed.AttributedProjection;
import linxi.query.household.HouseholdProjection;
import linxi.query.income.CarryProjection;
import linxi.query.income.EarningMonthsProjection;
import linxi.query.income.EarningsProjection;
import linxi.query.income.IncomeMonthProjection;
import linxi.query.income.IncomeProjection;
import linxi.query.income.UnattributedProjection;
import linxi.query.lot.LotHistoryProjection;
import linxi.query.lot.LotProjection;
import linxi.query.newest.NewestProjection;
import linxi.query.party.PartyProjection;
import linxi.query.product.ProductProjection;
import linxi.query.sales.SalesMonthProjection;
import linxi.query.sales.SalesProjection;
import linxi.query.settlement.SettlementProjection;
import linxi.query.sharing.CarriedProjection;
import linxi.query.sharing.PoolProjection;
import linxi.query.sharing.SharedProjection;
import linxi.query.shipment.ShipmentProjection;
import linxi.query.sold.SoldProjection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every read model, for the feed. */
@Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {
    @Bean
    PartyProjection partyProjection() {
        return new PartyProjection();
    }

    @Bean
    ProductProjection productProjection() {
        return new ProductProjection();
    }

    @Bean
    HouseholdProjection householdProjection() {
        return new HouseholdProjection();
    }

    @Bean
    AgreementProjection agreementProjection() {
        return new AgreementProjection();
    }

    @Bean
    MembersProjection membersProjection() {
        return new MembersProjection();
    }

    @Bean
    LotProjection lotProjection() {
        return new LotProjection();
    }

    @Bean
    LotHistoryProjection lotHistoryProjection() {
        return new LotHistoryProjection();
    }

    @Bean
    ShipmentProjection shipmentProjection() {
        return new ShipmentProjection();
    }

    @Bean
    SettlementProjection settlementProjection() {
        return new SettlementProjection();
    }

    @Bean
    SalesProjection salesProjection() {
        return new SalesProjection();
    }

    @Bean
    SalesMonthProjection salesMonthProjection() {
        return new SalesMonthProjection();
    }

    @Bean
    EarningsProjection earningsProjection() {
        return new EarningsProjection();
    }

    @Bean
    EarningMonthsProjection earningMonthsProjection() {
        return new EarningMonthsProjection();
    }

    @Bean
    IncomeProjection incomeProjection() {
        return new IncomeProjection();
    }

    @Bean
    IncomeMonthProjection incomeMonthProjection() {
        return new IncomeMonthProjection();
    }

    @Bean
    UnattributedProjection unattributedProjection() {
        return new UnattributedProjection();
    }

    @Bean
    CarryProjection carryProjection() {
        return new CarryProjection();
    }

    @Bean
    SoldProjection soldProjection() {
        return new SoldProjection();
    }

    @Bean
    AttributedProjection attributedProjection() {
        return new AttributedProjection();
    }

    @Bean
    NewestProjection newestProjection() {
        return new NewestProjection();
    }

    @Bean
    SharedProjection sharedProjection() {
        return new SharedProjection();
    }

    @Bean
    PoolProjection poolProjection() {
        return new PoolProjection();
    }

    @Bean
    CarriedProjection carriedProjection() {
        return new CarriedProjection();
    }

    @Bean
    AgreementHistoryProjection agreementHistoryProjection() {
        return new AgreementHistoryProjection();
    }
}
