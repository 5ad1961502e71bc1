package linxi.query.export;

import static linxi.query.Story.AT;
import static linxi.query.Story.DAKANG;
import static linxi.query.Story.S1;
import static linxi.query.Story.SH1;
import static linxi.query.Story.T1;
import static linxi.query.Story.TOMATO;
import static linxi.query.Story.YONGHUI;
import static linxi.query.Story.fen;
import static linxi.query.export.Opened.sum;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import linxi.access.Role;
import linxi.access.key.ApiKeys;
import linxi.events.Channel;
import linxi.events.Event;
import linxi.events.PartyId;
import linxi.events.Quantity;
import linxi.events.SettlementEvent.GoodsReturned;
import linxi.events.SettlementEvent.ReturnedLine;
import linxi.query.Asked;
import linxi.query.attributed.AttributedQuestion;
import linxi.query.sold.SoldQuestion;
import linxi.query.web.LoggedIn;
import linxi.query.web.Reads;
import linxi.query.web.WebClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists under the figures, and who has a part in an agreement or a lot, as files beside their pages. */
class DrillExportIT {
    private static final Pattern FILE = Pattern.compile("href=\"(/export/[^\"]+)\"");

    private static LoggedIn service;
    private static String auditor;
    private static String analyst;
    private static String clerk;

    @BeforeAll
    static void start() {
        var events = new ArrayList<Event>(Trade.events());
        events.add(new GoodsReturned(
                S1,
                DAKANG,
                YONGHUI,
                List.of(new ReturnedLine(SH1, T1, TOMATO, Channel.SUPERMARKET, Quantity.grams(2_000), fen(720))),
                fen(720),
                List.of(),
                fen(720),
                List.of(),
                fen(-720),
                "坏果",
                AT.plus(Duration.ofDays(70))));
        service = LoggedIn.start(events);
        var keys = service.context().getBean(ApiKeys.class);
        auditor = keys.make("test", Role.AUDITOR, null);
        analyst = keys.make("test", Role.ANALYST, null);
        clerk = keys.make("test", Role.CLERK, new PartyId("another"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String page(String path) {
        var answer = service.web().send("GET", path, "Authorization", "Bearer " + auditor);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static byte[] file(String path, String key) {
        var answer = service.web().file(path, "Authorization", "Bearer " + key);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static String csv(String path, String key) {
        return new String(file(path, key), StandardCharsets.UTF_8);
    }

    /** What the page leads to, and that in both formats. */
    private static List<Opened.Line> fileOf(String page) {
        var files = FILE.matcher(page(page))
                .results()
                .map(it -> it.group(1).replace("&amp;", "&"))
                .toList();
        assertThat(files).hasSize(2);
        assertThat(files.get(1)).isEqualTo(files.get(0).replace(".xlsx", ".csv"));
        var lines = Opened.of(file(files.get(0), auditor)).lines();
        var text = csv(files.get(1), auditor);
        assertThat(text).startsWith("\uFEFF");
        assertThat(text.lines()).hasSize(lines.size() + 1);
        return lines;
    }

    /** As the page writes it: 997 枚 + 131.337 公斤. */
    private static String total(String page, String name) {
        var found = Pattern.compile("title=\"([^\"]+)\" data-total=\"" + name + "\"")
                .matcher(page(page));
        assertThat(found.find()).as(page).isTrue();
        return found.group(1).replace("\u00a0", " ").replace(",", "");
    }

    private static String yuan(List<Opened.Line> lines, String heading) {
        return sum(lines, heading).setScale(2) + " 元";
    }

    private static String amounts(List<Opened.Line> lines, String heading) {
        var sums = new LinkedHashMap<String, BigDecimal>();
        List.of("枚", "公斤").forEach(unit -> sums.put(unit, BigDecimal.ZERO));
        lines.forEach(line -> sums.merge(line.text("单位"), line.number(heading), BigDecimal::add));
        var texts = new ArrayList<String>();
        sums.forEach((unit, sum) -> {
            if (sum.signum() != 0) {
                texts.add(sum.stripTrailingZeros().toPlainString() + " " + unit);
            }
        });
        return String.join(" + ", texts);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?",
                "?product=tomato",
                "?channel=RESTAURANT",
                "?region=CN-BJ",
                "?from=2020-06-01",
                "?from=2020-07-01&origin=dakang",
                "?to=2020-05-31&market=yonghui"
            })
    void salesAddUpToTheFigureOfTheirPage(String query) {
        var page = "/sales/shipments" + query;
        var lines = fileOf(page);
        assertThat(yuan(lines, "销售额（元）")).isEqualTo(total(page, "gross"));
        assertThat(amounts(lines, "销量")).isEqualTo(total(page, "amount"));
    }

    @ParameterizedTest
    @CsvSource({"SHORT,短缺,3 枚", "REJECTED,拒收,4 公斤", "LOST,损失,6 公斤", "DONATED,捐赠,10 枚"})
    void whatWasNotSoldDoesToo(String measure, String heading, String sum) {
        var page = "/sales/shipments?measure=" + measure;
        var lines = fileOf(page);
        assertThat(amounts(lines, heading)).isEqualTo(sum).isEqualTo(total(page, "amount"));
        assertThat(lines.getFirst().cells()).doesNotContainKeys("销售额（元）", "销量");
    }

    @Test
    void aReturnHasItsOwnLineOnItsOwnDay() {
        var back = fileOf("/sales/shipments?from=2020-07-01").getFirst();
        assertThat(back.text("收货或退货")).isEqualTo("售后退货");
        assertThat(back.number("销售额（元）")).isEqualByComparingTo("-7.2");
        assertThat(back.time("日期")).isEqualTo("2020-07-10T00:00:00");
        assertThat(back.text("发货单号")).isEqualTo("SH1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "?path=WAGE", "?product=tomato", "?origin=dakang&to=2020-05-31"})
    void incomesAddUpToTheFigureOfTheirPage(String query) {
        var page = "/income/settlements" + query;
        var lines = fileOf(page);
        assertThat(yuan(lines, "农户增收（元）")).isEqualTo(total(page, "income"));
        assertThat(lines.getFirst().text("结算单号")).isEqualTo("S1");
        assertThat(lines.getFirst().text("增收途径")).contains("务工");
    }

    @Test
    void whatReachedNobodyDoesToo() {
        var page = "/income/settlements?unattributed=true";
        var lines = fileOf(page);
        assertThat(yuan(lines, "未分配（元）")).isEqualTo("-5.20 元").isEqualTo(total(page, "unattributed"));
    }

    @Test
    void refusesMoreThanAFileHolds() {
        var reads = service.context().getBean(Reads.class);
        var sold = SoldQuestion.of(new Asked(Map.of()));
        assertThat(reads.<Boolean>read(answers -> answers.sold().areMoreThan(3, sold)))
                .isTrue();
        assertThat(reads.<Boolean>read(answers -> answers.sold().areMoreThan(4, sold)))
                .isFalse();
        var earned = AttributedQuestion.of(new Asked(Map.of()));
        assertThat(reads.<Boolean>read(answers -> answers.attributed().areMoreThan(0, earned)))
                .isTrue();
        assertThat(reads.<Boolean>read(answers -> answers.attributed().areMoreThan(1, earned)))
                .isFalse();
    }

    @Test
    void membersAndContributionsNameHouseholdsAsTheirPagesDo() {
        var members = fileOf("/agreements/A1?path=WAGE");
        assertThat(members)
                .extracting(line -> line.text("农户") + " " + line.text("增收途径"))
                .containsExactly("H02 务工");
        assertThat(sum(members, "权重")).isEqualByComparingTo("1");
        var brought = fileOf("/lots/T1");
        assertThat(brought).extracting(line -> line.text("农户")).containsExactly("H01");
        assertThat(sum(brought, "交货数量")).isEqualByComparingTo("100");
        for (var path : List.of("/export/agreement-members.csv?agreement=A1", "/export/lot-contributions.csv?lot=T1")) {
            assertThat(csv(path, analyst)).doesNotContain("H01", "H02").contains("p.");
            assertThat(service.web()
                            .send("GET", path, "Authorization", "Bearer " + clerk)
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/export/sales-shipments.csv?limit=5,400,UNKNOWN_PARAMETER",
        "/export/sales-shipments.csv?after=x,400,UNKNOWN_PARAMETER",
        "/export/sales-shipments.csv?measure=WEIGHT,400,BAD_VALUE",
        "/export/income-settlements.pdf,404,NO_SUCH_PATH",
        "/export/income-settlements.csv?groupBy=path,400,UNKNOWN_PARAMETER",
        "/export/agreement-members.csv,400,BAD_VALUE",
        "/export/agreement-members.csv?agreement=NONE,404,NO_SUCH_ID",
        "/export/lot-contributions.csv?lot=T1&brought=3,400,UNKNOWN_PARAMETER"
    })
    void refusesAsTheApiDoes(String path, int status, String rule) {
        var answer = service.web().send("GET", path, "Authorization", "Bearer " + auditor);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(WebClient.json(answer).get("rule").asString()).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource({
        "/shipments?state=RECEIVED, /export/shipments.%s?state=RECEIVED",
        "/settlements, /export/settlements.%s",
        "/lots?left=true, /export/lots.%s?left=true",
        "/agreements, /export/agreements.%s",
        "/households, /export/income.%s?groupBy=village",
        "/households, /export/incomes.%s",
        "/households?all=true, /export/households.%s",
        "/households?village=shiertu&path=WAGE, /export/incomes.%s?path=WAGE&amp;village=shiertu",
        "/households?all=true&village=shiertu, /export/households.%s?village=shiertu",
        "/households/H01/income?to=2020-12-31, /export/household-income.%s?to=2020-12-31&amp;household=H01"
    })
    void listsLeadToBothFormats(String page, String file) {
        assertThat(page(page)).contains("href=\"" + file.formatted("xlsx"), "href=\"" + file.formatted("csv"));
    }
}
