package linxi.query.export;

import static linxi.query.export.Opened.sum;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import linxi.access.Role;
import linxi.access.key.ApiKeys;
import linxi.query.web.LoggedIn;
import linxi.query.web.WebClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The whole dashboard in one file. */
class OverviewExportIT {
    private static LoggedIn service;
    private static WebClient web;
    private static String auditor;

    @BeforeAll
    static void start() {
        service = LoggedIn.start(Trade.events());
        web = service.web();
        auditor = service.context().getBean(ApiKeys.class).make("test", Role.AUDITOR, null);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void theWorkbookOfTheOverviewHasASheetForEachView() {
        var book = workbook("/export/overview.xlsx");
        assertThat(book.sheets().keySet()).containsExactly("总计", "按产品", "按市场", "按六进渠道", "按月份", "按市场与产品", "按增收途径");
        var total = json("/api/sales").get("total");
        for (var view : List.of("按产品", "按市场", "按六进渠道", "按月份", "按市场与产品")) {
            assertThat(sum(book.sheet(view), "销售额（元）")).as(view).isEqualByComparingTo(yuan(total.at("/gross/fen")));
        }
        var totals = book.sheet("总计");
        assertThat(totals.stream().map(line -> line.text("指标"))).contains("销量", "销售额（元）", "农户增收（元）", "未分配（元）");
        var gross =
                totals.stream().filter(line -> line.text("指标").equals("销售额（元）")).toList();
        assertThat(sum(gross, "数值")).isEqualByComparingTo(yuan(total.at("/gross/fen")));
        assertThat(sum(book.sheet("按增收途径"), "农户增收（元）")).isEqualByComparingTo("358.00");
        assertThat(workbook("/export/overview.xlsx?from=2020-05-01&to=2020-12-31")
                        .sheets()
                        .get("按月份"))
                .extracting(line -> line.text("月份"))
                .contains("2020-06");
        var june = workbook("/export/overview.xlsx?from=2020-06-01&to=2020-06-30");
        assertThat(june.sheets()).as("as on the page: by day").doesNotContainKey("按月份");
        assertThat(june.sheet("按日期"))
                .extracting(line -> line.time("日期").toLocalDate())
                .containsOnly(LocalDate.of(2020, 6, 1));
    }

    /** Each is a figure of the page, rounded as it is there. */
    @Test
    void theTotalsOfTheWorkbookAreTheFiguresOfThePage() {
        assertThat(workbook("/export/overview.xlsx").sheet("总计"))
                .filteredOn(line -> line.cells().containsKey("单位"))
                .extracting(line -> line.text("指标") + " "
                        + line.number("数值").stripTrailingZeros().toPlainString()
                        + " " + line.text("单位"))
                .contains("均价 3.5325 元/公斤", "均价 1.5 元/枚", "北京占比（按销售额） 100 %", "短缺占发货 0 % · 公斤", "短缺占发货 0.3 % · 枚");
        var page = web.send("GET", "/overview", "Authorization", "Bearer " + auditor)
                .body()
                .replace('\u00a0', ' ');
        assertThat(page).contains("3.5325 元/公斤", "1.50 元/枚", "0.3 % (枚)");
    }

    @Test
    void theOverviewLinksToItsWorkbook() {
        var page = web.send("GET", "/overview?from=2020-01-01", "Authorization", "Bearer " + auditor);
        assertThat(page.body())
                .contains("href=\"/export/overview.xlsx?from=2020-01-01\"")
                .contains("导出 Excel");
        var all = web.send("GET", "/overview", "Authorization", "Bearer " + auditor);
        assertThat(all.body()).contains("href=\"/export/overview.xlsx\"");
    }

    private static Opened workbook(String path) {
        return Opened.of(web.file(path, "Authorization", "Bearer " + auditor).body());
    }

    private static JsonNode json(String path) {
        return WebClient.json(web.send("GET", path, "Authorization", "Bearer " + auditor));
    }

    private static BigDecimal yuan(JsonNode fen) {
        return BigDecimal.valueOf(fen.longValue(), 2);
    }
}
