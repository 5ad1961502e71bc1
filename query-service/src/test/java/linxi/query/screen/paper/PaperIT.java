package linxi.query.screen.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import linxi.access.Role;
import linxi.access.key.ApiKeys;
import linxi.events.Money;
import linxi.query.print.Read;
import linxi.query.screen.Figures;
import linxi.query.web.LoggedIn;
import linxi.query.web.WebClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Papers as they are fetched, read as whoever gets them reads them. */
class PaperIT {
    private static LoggedIn service;
    private static String auditor;
    private static String base;

    @BeforeAll
    static void start() {
        service = LoggedIn.start(Papers.events());
        auditor = service.context().getBean(ApiKeys.class).make("test", Role.AUDITOR, null);
        base = "http://127.0.0.1:" + service.context().getEnvironment().getProperty("local.server.port") + "/t/";
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static HttpResponse<byte[]> answer(String path, String language) {
        return service.web().file(path, "Authorization", "Bearer " + auditor, "Accept-Language", language);
    }

    private static byte[] paper(String path) {
        var answer = answer(path, "zh-CN");
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        return answer.body();
    }

    private static JsonNode json(String path) {
        return WebClient.json(service.web().send("GET", path, "Authorization", "Bearer " + auditor));
    }

    @ParameterizedTest
    @ValueSource(ints = {203, 300})
    void eachLabelOfTheRollLeadsToItsOwnPage(int dotsPerInch) {
        var file = paper("/shipments/MENDED/labels.pdf?size=60x40&copies=2");
        assertThat(Read.pages(file)).isEqualTo(4);
        assertThat(Read.sizes(file)).allSatisfy(size -> {
            assertThat(size.getFirst()).isCloseTo(60, within(0.01f));
            assertThat(size.getLast()).isCloseTo(40, within(0.01f));
        });
        var codes = new ArrayList<String>();
        for (int page = 0; page < 4; page++) {
            codes.addAll(Read.codes(file, page, dotsPerInch));
        }
        assertThat(codes).containsExactly(base + "S.MENDED", base + "S.MENDED", base + "L.T1", base + "L.T1");
    }

    @Test
    void aLabelSaysWhatIsInTheCrate() {
        var shipment = Read.solid(paper("/shipments/MENDED/labels.pdf?size=60x40"));
        assertThat(shipment)
                .contains(
                        "tomatozh",
                        "产地：dakangzh",
                        "数量：10公斤",
                        "发车：2020-05-01",
                        "生产：2020-05-01",
                        "发往：yonghuizh",
                        "S.MENDED",
                        "L.T1");
        var lot = Read.solid(paper("/lots/EGGS-2020.05/labels.pdf?size=60x40"));
        assertThat(lot).contains("数量：100箱", "生产：2020-04-30", "L.EGGS-2020.05");
        var english = Read.text(answer("/lots/T1/labels.pdf", "en").body());
        assertThat(english).contains("Quantity: 100 kg", "Produced: 2020-05-01");
    }

    /** Its edges stay white, whatever is on it: no roll runs straight. */
    @Test
    void aLabelKeepsAwayFromItsEdges() {
        var picture = Read.picture(paper("/shipments/" + Papers.HOSTILE.value() + "/labels.pdf?size=60x40"), 0, 203);
        int margin = 8;
        for (int x = 0; x < picture.getWidth(); x++) {
            for (int y = 0; y < picture.getHeight(); y++) {
                boolean edge = x < margin
                        || y < margin
                        || x >= picture.getWidth() - margin
                        || y >= picture.getHeight() - margin;
                assertThat(!edge || (picture.getRGB(x, y) & 0xff) == 255)
                        .as("%d, %d", x, y)
                        .isTrue();
            }
        }
    }

    @Test
    void aSheetHasTwentyFourLabels() {
        var file = paper("/shipments/MANY/labels.pdf");
        assertThat(Read.pages(file)).isEqualTo((Papers.LINES + 1 + 23) / 24);
        assertThat(Read.sizes(file)).allSatisfy(size -> {
            assertThat(size.getFirst()).isCloseTo(210, within(0.01f));
            assertThat(size.getLast()).isCloseTo(297, within(0.01f));
        });
        var expected = new ArrayList<>(List.of(base + "S.MANY"));
        for (int i = 0; i < 23; i++) {
            expected.add(base + "L.M" + i);
        }
        expected.sort(Comparator.naturalOrder());
        assertThat(Read.codes(file, 0, 300)).containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "/shipments/MENDED/labels.pdf?size=a5,400,BAD_VALUE",
        "/shipments/MENDED/labels.pdf?copies=0,400,BAD_VALUE",
        "/shipments/MENDED/labels.pdf?copies=201,400,BAD_VALUE",
        "/shipments/MENDED/labels.pdf?pages=1,400,UNKNOWN_PARAMETER",
        "/shipments/MANY/labels.pdf?copies=200,422,TOO_MANY_LABELS",
        "/shipments/NONE/labels.pdf,404,NO_SUCH_ID",
        "/lots/NONE/labels.pdf,404,NO_SUCH_ID",
        "/shipments/ROAD/receipt.pdf,409,NOTHING_RECEIVED",
        "/settlements/NONE/sheet.pdf,404,NO_SUCH_ID",
        "/export/overview.pdf?from=2020-02-01&to=2020-01-01,400,FROM_AFTER_TO"
    })
    void refusesInWords(String path, int status, String rule) {
        var answer = service.web().send("GET", path, "Authorization", "Bearer " + auditor);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(WebClient.json(answer).get("rule").asString()).isEqualTo(rule);
    }

    @Test
    void aReceiptKeepsWhatStoodThereBefore() {
        var file = paper("/shipments/MENDED/receipt.pdf");
        var text = Read.solid(file);
        assertThat(text)
                .contains("收货单", "发货单号MENDED·收货有差异", "dakangzh(dakang)", "蒙D12345", "发货方尚未答复")
                .contains("更正记录", "收货10公斤", "收货9公斤短缺0.6公斤拒收0.4公斤", "复点", "少装一筐")
                .contains("货款合计：32.40元", "3.60元/公斤", "收货方（签字、盖章）：yonghuizh", "第1页，共1页");
        for (var moment : json("/api/shipments/MENDED").get("history")) {
            assertThat(text).contains(moment.get("position").asString());
        }
        assertThat(Read.codes(file, 0, 203)).containsExactly(base + "S.MENDED");
        assertThat(Read.title(file)).isEqualTo("收货单 MENDED");
        assertThat(file).hasSizeLessThan(200_000);
    }

    @Test
    void aSettlementSaysWhoGetsHowMuchButNamesNobody() {
        var text = Read.solid(paper("/settlements/S1/sheet.pdf"));
        assertThat(text)
                .contains("结算单号S1·已确认", "货款总额360.00元", "净额360.00元")
                .contains("务工70.00元1", "订单收购288.00元1", "未分配2.00元", "SH1")
                .doesNotContain("H01", "H02");
    }

    @Test
    void theOverviewOnPaperIsTheOneOnTheScreen() {
        var text = Read.solid(paper("/export/overview.pdf?from=2020-01-01&to=2020-12-31"));
        var total =
                json("/api/sales?from=2020-01-01&to=2020-12-31&groupBy=product").get("total");
        long fen = total.at("/gross/fen").longValue();
        var figures = new Figures(Locale.SIMPLIFIED_CHINESE);
        assertThat(text)
                .contains("统计期间：2020-01-01至2020-12-31", "按市场", "按六进渠道", "按月份", "务工70.00元1")
                .contains("市场与产品（销售额）", "均价1.50元/枚+3.60元/公斤", "北京占比（按销售额）20.74%", "短缺占发货80枚(7.41%)+0.6公斤(0.5%)")
                .contains("销售额" + Read.solid(figures.money(Money.ofFen(fen)).full()));
        assertThat(Read.solid(paper("/export/overview.pdf?from=2020-05-01&to=2020-05-31")))
                .as("as on the page: by day")
                .contains("按日期")
                .doesNotContain("按月份");
        var asOf = answer("/export/overview.pdf", "zh-CN")
                .headers()
                .firstValue("X-As-Of-Position")
                .orElseThrow();
        assertThat(text).contains("数据截至第" + asOf + "条记录");
    }

    /** Names are never read as anything but text, and break nothing. */
    @Test
    void hostileNamesStayText() {
        var file = paper("/shipments/" + Papers.HOSTILE.value() + "/receipt.pdf");
        assertThat(Read.solid(file))
                .contains(Read.solid(Papers.MARKUP))
                .contains(Papers.LONG)
                .doesNotContain("root:");
        var english = answer("/shipments/" + Papers.HOSTILE.value() + "/receipt.pdf", "en")
                .body();
        assertThat(Read.solid(english)).contains("a□U+202Eb□U+05D0□U+05D1□U+1F345");
        var labels = paper("/shipments/" + Papers.HOSTILE.value() + "/labels.pdf?size=60x40");
        assertThat(Read.solid(labels)).contains("S." + Papers.HOSTILE.value());
        assertThat(Read.codes(labels, 0, 203)).containsExactly(base + "S." + Papers.HOSTILE.value());
        assertThat(Read.codes(labels, 1, 203)).containsExactly(base + "L.EGGS-2020.05");
    }

    @Test
    void pagesLeadToTheirPapers() {
        var page = service.web()
                .send("GET", "/shipments/MENDED", "Authorization", "Bearer " + auditor)
                .body();
        assertThat(page)
                .contains("/shipments/MENDED/labels.pdf\"", "/shipments/MENDED/labels.pdf?size=60x40\"")
                .contains("/shipments/MENDED/receipt.pdf\"");
        var onTheRoad = service.web()
                .send("GET", "/shipments/ROAD", "Authorization", "Bearer " + auditor)
                .body();
        assertThat(onTheRoad).contains("/labels.pdf").doesNotContain("/receipt.pdf");
        var overview = service.web()
                .send("GET", "/overview?from=2020-01-01", "Authorization", "Bearer " + auditor)
                .body();
        assertThat(overview).contains("href=\"/export/overview.pdf?from=2020-01-01\"");
        var list = service.web()
                .send("GET", "/shipments?state=RECEIVED", "Authorization", "Bearer " + auditor)
                .body();
        assertThat(list).contains("href=\"/export/shipments.xlsx?state=RECEIVED\"");
    }
}
