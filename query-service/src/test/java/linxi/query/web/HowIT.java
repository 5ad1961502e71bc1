package linxi.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import linxi.access.Role;
import linxi.access.key.ApiKeys;
import linxi.events.Event;
import linxi.query.WorkedExample;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** "How was this computed?": the worked example on the page, worked out again, and not believed where it was changed. */
class HowIT {
    private static LoggedIn service;
    private static String auditor;

    @BeforeAll
    static void start() {
        var events = new ArrayList<Event>(WorkedExample.households());
        events.addAll(new WorkedExample("W", false).events());
        events.addAll(new WorkedExample("X", true).events());
        service = LoggedIn.start(events);
        auditor = service.context().getBean(ApiKeys.class).make("test", Role.AUDITOR, null);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static String page(String path) {
        var answer = service.web().send("GET", path, "Authorization", "Bearer " + auditor, "Accept-Language", "zh-CN");
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]*>", " ").replaceAll("[\\s\\u00a0]+", " ");
    }

    /** The pages of all lines of a household and settlement in some days, newest first. */
    private static List<String> how(String household, String settlement, String days) {
        return Pattern.compile("href=\"(/households/[^\"]+/lines/" + settlement + "/[0-9]+)\" data-how")
                .matcher(page("/households/" + household + "/income?" + days))
                .results()
                .map(it -> page(it.group(1)))
                .toList();
    }

    private static String of(List<String> pages, String path) {
        return pages.stream()
                .filter(it -> text(it).contains("· " + path + " ·"))
                .findFirst()
                .orElseThrow();
    }

    private static String figure(String html, String name) {
        var found = Pattern.compile("data-figure=\"" + name + "\">([^<]*)<").matcher(html);
        assertThat(found.find()).as(name + " in " + html).isTrue();
        return found.group(1).replace('\u00a0', ' ');
    }

    private static String verdict(String html) {
        var found = Pattern.compile("data-verdict=\"([A-Z]+)\"").matcher(html);
        assertThat(found.find()).as(html).isTrue();
        return found.group(1);
    }

    private static List<String> checks(String html, boolean holds) {
        return Pattern.compile("data-check=\"([A-Z]+)\" data-holds=\"" + holds + "\"")
                .matcher(html)
                .results()
                .map(it -> it.group(1))
                .toList();
    }

    @Test
    void leadsFromThePaidFenToTheKilograms() {
        var html = of(how("H01", "WS", "to=2020-05-31"), "订单收购");
        assertThat(verdict(html)).isEqualTo("MATCHES");
        assertThat(checks(html, true)).containsExactly("NET", "GROUP", "POOL", "ENTITLEMENT", "PAID", "CARRY");
        assertThat(figure(html, "paid")).isEqualTo("806,402.02 元");
        assertThat(figure(html, "fen")).isEqualTo("80,640,202 分");
        assertThat(figure(html, "exact")).isEqualTo("80,640,201.600000 分");
        assertThat(figure(html, "net")).isEqualTo("691,200,000 分");
        assertThat(figure(html, "pool")).isEqualTo("483,840,000 分");
        assertThat(figure(html, "before")).isEqualTo("0.000000 分");
        assertThat(figure(html, "after")).isEqualTo("-0.400000 分");
        assertThat(figure(html, "weight")).isEqualTo("144,000,360.000000 分");
        assertThat(figure(html, "weights")).isEqualTo("864,000,000.000000 分");
        assertThat(text(html))
                .contains("运费 12 % -1,036,800.00 元", "市场服务费 -259,200.00 元", "订单收购 70 %")
                .contains("400,001 公斤 / 共 2,400,000 公斤", "2,400,000 公斤 × 3.60 元/公斤", "全部 7 户合计")
                .contains("还剩 4 分", "收货记录：第 ");
        assertThat(html)
                .contains("href=\"/settlements/WS\"", "href=\"/agreements/WA\"")
                .contains("href=\"/lots/WT1\"", "href=\"/shipments/WSH\"")
                .doesNotContain("/lots/WT2");
    }

    @Test
    void showsWhoGotAFenOfTheRestAndWhoDidNot() {
        for (var one : List.of("H01", "H04", "H05", "H07")) {
            assertThat(text(of(how(one, "WS", "to=2020-05-31"), "订单收购")))
                    .as(one)
                    .contains("轮到一分");
        }
        for (var none : List.of("H02", "H03", "H06")) {
            assertThat(text(of(how(none, "WS", "to=2020-05-31"), "订单收购")))
                    .as(none)
                    .contains("没有轮到");
        }
    }

    @Test
    void takesBackWithTheCarryThatWasLeft() {
        var html = of(how("H01", "WS", "from=2020-06-01&to=2020-06-30"), "订单收购");
        assertThat(verdict(html)).isEqualTo("MATCHES");
        assertThat(figure(html, "exact")).isEqualTo("-100,800.252000 分");
        assertThat(figure(html, "fen")).isEqualTo("-100,801 分");
        assertThat(figure(html, "before")).isEqualTo("-0.400000 分");
        assertThat(figure(html, "after")).isEqualTo("0.348000 分");
        assertThat(text(html)).contains("售后退货扣回", "退回货款 -10,800.00 元", "运费 12 % 1,296.00 元");
        for (int i = 2; i <= 7; i++) {
            assertThat(verdict(of(how("H0" + i, "WS", "from=2020-06-01&to=2020-06-30"), "订单收购")))
                    .isEqualTo("MATCHES");
        }
    }

    @Test
    void takesBackWhatStoodWhereAllIsReversed() {
        var html = of(how("H01", "WS", "from=2020-08-01"), "订单收购");
        assertThat(verdict(html)).isEqualTo("MATCHES");
        assertThat(figure(html, "fen")).isEqualTo("-80,539,401 分");
        assertThat(figure(html, "before")).isEqualTo("0.348000 分");
        assertThat(figure(html, "after")).isEqualTo("0.000000 分");
        assertThat(text(html)).contains("结算冲销扣回", "80,539,401 分");
    }

    @Test
    void worksForPathsWithMembers() {
        var wage = of(how("H09", "WS", "to=2020-05-31"), "务工");
        assertThat(verdict(wage)).isEqualTo("MATCHES");
        assertThat(figure(wage, "weight")).isEqualTo("1");
        assertThat(figure(wage, "weights")).isEqualTo("2");
        assertThat(figure(wage, "fen")).isEqualTo("51,840,000 分");
        for (var path : List.of("土地流转", "资产租金")) {
            assertThat(verdict(of(how("H11", "WS", "to=2020-05-31"), path))).isEqualTo("MATCHES");
        }
    }

    @Test
    void warnsWhereTheRecordSaysAnotherFen() {
        for (var household : List.of("H01", "H02", "H05")) {
            var html = of(how(household, "XS", "to=2020-05-31"), "订单收购");
            assertThat(verdict(html)).as(household).isEqualTo("DIFFERS");
            assertThat(checks(html, false)).contains("PAID").doesNotContain("ENTITLEMENT", "POOL", "NET");
            assertThat(text(html)).contains("警告");
        }
        assertThat(verdict(of(how("H09", "XS", "to=2020-05-31"), "务工"))).isEqualTo("MATCHES");
    }

    @Test
    void knowsNoLineThatIsNotThere() {
        var base = "/households/H01/income/lines/";
        for (var path : List.of(base + "WS/1", base + "NO/5", base + "WS/x", "/households/H99/income/lines/WS/1")) {
            assertThat(service.web()
                            .send("GET", path, "Authorization", "Bearer " + auditor)
                            .statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
    }
}
