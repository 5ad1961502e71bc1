package linxi.query.screen.code;

import static linxi.query.Story.AT;
import static linxi.query.Story.DAKANG;
import static linxi.query.Story.T1;
import static linxi.query.Story.brought;
import static linxi.query.Story.kilograms;
import static linxi.query.Story.line;
import static linxi.query.Story.logged;
import static linxi.query.Story.lot;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import linxi.access.Role;
import linxi.access.key.ApiKeys;
import linxi.events.Event;
import linxi.events.HouseholdEvent.HouseholdRegistered;
import linxi.events.HouseholdKey;
import linxi.events.LotEvent.LotHeld;
import linxi.events.LotEvent.LotReserved;
import linxi.events.LotId;
import linxi.events.Name;
import linxi.events.PartyEvent.PartyRegistered;
import linxi.events.PartyId;
import linxi.events.PartyKind;
import linxi.events.ShipmentEvent.ShipmentArrived;
import linxi.events.ShipmentEvent.ShipmentCancelled;
import linxi.events.ShipmentEvent.ShipmentDispatched;
import linxi.events.ShipmentId;
import linxi.query.screen.scan.ReadCode;
import linxi.query.web.LoggedIn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** What everybody is shown behind a code, and what nobody is. */
class TraceScreenIT {
    private static final LotId V1 = new LotId("V1");
    private static final ShipmentId ROAD = new ShipmentId("ROAD");
    private static final ShipmentId OFF = new ShipmentId("OFF");
    private static final PartyId WUMART = new PartyId("wumart");
    private static final Pattern RAW =
            Pattern.compile("\\?\\?|>(trace|receipt|produce|region|scan|shipment)\\.[a-zA-Z]");
    private static final List<String> SECRETS = List.of(
            "HK-", "H01", "H02", "3.60", "360", "元", "¥", "公斤", "kg", "蒙D", "变质", "改期", "压货", "tester", "S1<", "100");

    private static LoggedIn service;
    private static String clerk;

    @BeforeAll
    static void start() {
        var happened = new ArrayList<Event>(List.of(
                new PartyRegistered(WUMART, PartyKind.MARKET, new Name("物美", "Wumart"), "CN-BJ", "丰台区", AT),
                village("east", "东村"),
                village("west", "西村"),
                lot(V1, 70, brought(key(1), 10), brought(key(2), 20), brought(key(3), 30), brought(key(4), 10)),
                new LotReserved(V1, DAKANG, ROAD, kilograms(30), AT),
                logged(ROAD, AT.plusSeconds(60), line(V1, 30), line(T1, 3)),
                new ShipmentDispatched(ROAD, DAKANG, "蒙D12345", AT.plusSeconds(86_400)),
                new ShipmentArrived(ROAD, DAKANG, AT.plusSeconds(2 * 86_400)),
                new LotHeld(V1, DAKANG, "压货", AT.plusSeconds(70)),
                logged(OFF, AT.plusSeconds(80), line(T1, 1)),
                new ShipmentCancelled(OFF, DAKANG, "改期", AT.plusSeconds(81))));
        for (int i = 1; i <= 4; i++) {
            happened.add(new HouseholdRegistered(key(i), new PartyId(i < 4 ? "east" : "west"), AT));
        }
        service = LoggedIn.start(happened);
        clerk = service.context().getBean(ApiKeys.class).make("test", Role.CLERK, DAKANG);
    }

    private static PartyRegistered village(String id, String name) {
        return new PartyRegistered(new PartyId(id), PartyKind.VILLAGE, new Name(name, null), null, null, AT);
    }

    private static HouseholdKey key(int number) {
        return new HouseholdKey("HK-" + number);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static HttpResponse<String> open(String code, String language) {
        return service.web().send("GET", "/t/" + code, "Accept-Language", language);
    }

    private static String text(String code, String language) {
        var answer = open(code, language);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(RAW.matcher(answer.body()).find()).as(answer.body()).isFalse();
        return answer.body().replaceAll("<[^>]*>", " ").replaceAll("[\\s\\u00a0]+", " ");
    }

    @Test
    void tellsStrangersTheWayOfAShipment() {
        assertThat(text("S.ROAD", "zh-CN"))
                .contains("tomato zh从哪里来 · S.ROAD", "产地 dakang zh 内蒙古", "yonghui zh 北京", "已到达，尚未点收")
                .contains("生产日期 2020-05-01", "发运 2020-05-02", "到达 2020-05-03", "检测证书 未记录", "西红柿");
        assertThat(text("S.ROAD", "en"))
                .contains("Inner Mongolia", "Beijing", "Arrived, not counted yet", "none recorded");
    }

    @Test
    void tellsWhereALotWent() {
        assertThat(text("L.V1", "zh-CN")).contains("yonghui zh 北京", "已到达，尚未点收", "发运 2020-05-02", "已暂停发货");
        assertThat(text("L.T1", "zh-CN")).contains("市场已验收", "收货 2020-05-01").doesNotContain("暂停");
        assertThat(text("L.T2", "zh-CN"))
                .as("its own part of the same shipment")
                .contains("市场未验收，没有上市");
        assertThat(text("S.SH1", "en")).contains("Accepted in part");
    }

    @Test
    void namesAVillageOnlyWhereThreeHouseholdsOfItStandBehindTheLot() {
        assertThat(text("L.V1", "zh-CN")).contains("东村").doesNotContain("西村");
        assertThat(text("S.ROAD", "zh-CN")).contains("东村").doesNotContain("西村");
        assertThat(text("L.T1", "zh-CN")).contains("来自村庄 未列出");
    }

    @Test
    void namesNobodyAndNoPriceOrQuantity() {
        for (var code : List.of("S.ROAD", "S.SH1", "S.OFF", "L.V1", "L.T1", "L.T2", "S.N0")) {
            for (var language : List.of("zh-CN", "en")) {
                var text = text(code, language);
                SECRETS.forEach(secret -> assertThat(text).as(code).doesNotContain(secret));
            }
        }
    }

    @Test
    void saysThatAShipmentWasCancelled() {
        assertThat(text("S.OFF", "zh-CN")).contains("这张发货单已取消");
        assertThat(text("S.N0", "zh-CN")).contains("尚未发运");
    }

    /** Where a label was pasted into a chat, its address comes with more than we put there. */
    @Test
    void mayBeKeptForAMinuteBySharedCachesAndIsSharedAsItIs() {
        var answer = open("S.ROAD?from=singlemessage&isappinstalled=0", "zh-CN");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("public, max-age=60");
        assertThat(answer.headers().allValues("Vary").toString().toLowerCase(Locale.ROOT))
                .contains("accept-language", "cookie");
        assertThat(answer.headers().firstValue("X-Robots-Tag")).contains("noindex");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.body()).doesNotContain("data-logout").contains("href=\"/login\"");
        assertThat(answer.body()).doesNotContain("href=\"/shipments\"");
    }

    @Test
    void isNotKeptWhereItBearsTheNameOfWhoIsLoggedIn() {
        var answer = service.web().send("GET", "/t/S.ROAD", "Authorization", "Bearer " + clerk);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.body()).contains("href=\"/shipments\"");
    }

    @Test
    void isTheSameForWhatIsUnknownAndWhatIsNoCode() {
        var unknown = open("S.NOTHING", "zh-CN");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(unknown.body()).contains("没有找到这个码", "注意大小写");
        for (var code : List.of("L.NOTHING", "SH1", "X.SH1", "s.SH1", "S.", "S.%2e%2e", "%3Cscript%3E", "S.SH1%20")) {
            var answer = open(code, "zh-CN");
            assertThat(answer.statusCode()).as(code).isEqualTo(404);
            assertThat(answer.body().replace(code, ""))
                    .as(code)
                    .isEqualTo(unknown.body().replace("S.NOTHING", ""));
        }
    }

    @Test
    void drawsACodeThatLeadsHere() {
        for (var code : List.of("S.ROAD", "L." + "x".repeat(64))) {
            var answer = service.web().send("GET", "/codes/" + code + ".svg", "Authorization", "Bearer " + clerk);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("image/svg+xml");
            assertThat(ReadCode.on(drawn(answer.body())))
                    .hasValueSatisfying(
                            it -> assertThat(it).matches("http://127\\.0\\.0\\.1:\\d+/t/" + Pattern.quote(code)));
        }
        for (var none : List.of("/codes/SH1.svg", "/codes/S.svg", "/codes/.svg", "/codes/S.a%20b.svg")) {
            assertThat(service.web()
                            .send("GET", none, "Authorization", "Bearer " + clerk)
                            .statusCode())
                    .as(none)
                    .isEqualTo(404);
        }
    }

    /** As a browser would, five pixels a module. */
    private static BufferedImage drawn(String svg) {
        var size = Pattern.compile("viewBox=\"0 0 (\\d+) \\1\"").matcher(svg);
        assertThat(size.find()).isTrue();
        int side = 5 * Integer.parseInt(size.group(1));
        var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, side, side);
        graphics.setColor(Color.BLACK);
        var bars = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z").matcher(svg);
        while (bars.find()) {
            graphics.fillRect(
                    5 * Integer.parseInt(bars.group(1)),
                    5 * Integer.parseInt(bars.group(2)),
                    5 * Integer.parseInt(bars.group(3)),
                    5);
        }
        graphics.dispose();
        return image;
    }

    @Test
    void hasAPlaceForARecall() {
        var templates = service.context().getBean(SpringTemplateEngine.class);
        var warned =
                templates.process("recall", new Context(Locale.SIMPLIFIED_CHINESE, Map.of("recall", "<b>请勿食用</b>")));
        assertThat(warned).contains("data-recall", "召回通知", "&lt;b&gt;请勿食用");
        assertThat(open("S.ROAD", "zh-CN").body()).doesNotContain("data-recall", "召回");
    }

    @Test
    void standsOnThePageOfTheShipment() {
        var html = service.web()
                .send("GET", "/shipments/ROAD", "Authorization", "Bearer " + clerk)
                .body();
        assertThat(html).contains("src=\"/codes/S.ROAD.svg\"", "href=\"/t/S.ROAD\"");
    }
}
