package linxi.query.sales;

import static linxi.query.Story.YONGHUI;
import static linxi.query.Story.party;
import static linxi.query.Story.product;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import linxi.events.PartyId;
import linxi.events.PartyKind;
import linxi.events.ProductId;
import linxi.events.wire.EventJson;
import linxi.query.Amount;
import linxi.query.Days;
import linxi.query.feed.Replay;
import linxi.query.names.Names;
import linxi.query.party.PartyDocument;
import linxi.query.party.PartyProjection;
import linxi.query.product.ProductDocument;
import linxi.query.product.ProductProjection;
import org.junit.jupiter.api.Test;

/** How an answer is written. */
class SalesReportTest {
    private static final Names NAMES = names();

    @Test
    void showsGroupsAsTheApiSays() {
        var document = SalesDocument.empty(new PartyId("dakang"), "2020-05")
                .plus(new SalesCell(
                        LocalDate.parse("2020-05-02"),
                        YONGHUI,
                        linxi.events.Channel.SUPERMARKET,
                        new ProductId("gram0"),
                        linxi.events.BaseUnit.GRAM,
                        new SalesSums(2_400_000_000L, 864_000_000, 2_410_000_000L, 0, 4, 6, 0, 0)))
                .counting(new SalesCount(
                        LocalDate.parse("2020-05-02"),
                        YONGHUI,
                        linxi.events.Channel.SUPERMARKET,
                        List.of(new ProductId("gram0")),
                        1));
        var report = new SalesReport(
                List.of(SalesDimension.PRODUCT, SalesDimension.REGION, SalesDimension.MONTH), Days.ALL, NAMES);
        report.add(document);
        var json = EventJson.mapper().valueToTree(report.answer());
        assertThat(json.get("groups").get(0).toString()).isEqualTo("""
                {"product":{"id":"gram0","name":{"zh":"gram0 zh"}},"region":null,"month":"2020-05",\
                "quantities":[{"amount":2400000000,"unit":"GRAM"}],"gross":{"fen":864000000},"shipments":1,\
                "averagePrice":[{"fen":360.00,"per":"KILOGRAM"}],"donated":[],\
                "dispatched":[{"amount":2410000000,"unit":"GRAM"}],"short":[{"amount":0,"unit":"GRAM"}],\
                "rejected":[{"amount":4,"unit":"GRAM"}],"lost":[{"amount":6,"unit":"GRAM"}],\
                "over":[{"amount":0,"unit":"GRAM"}]}""");
        assertThat(json.get("total").get("shipments").intValue()).isEqualTo(1);
    }

    private static Names names() {
        var parties = new TreeMap<String, PartyDocument>();
        var products = new TreeMap<String, ProductDocument>();
        var replay = Replay.inMemory(new PartyProjection(), new ProductProjection());
        for (var market : RandomTrade.MARKETS) {
            var _ = replay.fold(party(market, PartyKind.MARKET, RandomTrade.region(market)));
            parties.put(
                    market.value(),
                    Objects.requireNonNull(replay.document(new PartyProjection(), "register", market.value())));
        }
        for (var product : RandomTrade.PRODUCTS) {
            var _ = replay.fold(product(product, RandomTrade.brand(product), RandomTrade.unit(product)));
            products.put(
                    product.value(),
                    Objects.requireNonNull(replay.document(new ProductProjection(), "register", product.value())));
        }
        return new Names(parties, products);
    }

    static long amount(List<Amount> amounts, linxi.events.BaseUnit unit) {
        return amounts.stream()
                .filter(it -> it.unit() == unit)
                .mapToLong(Amount::amount)
                .sum();
    }
}
