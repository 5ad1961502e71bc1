package linxi.query.web;

import static linxi.query.Story.AT;
import static linxi.query.Story.DAKANG;
import static linxi.query.Story.H01;
import static linxi.query.Story.YONGHUI;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import linxi.access.Role;
import linxi.access.key.ApiKeys;
import linxi.events.BaseUnit;
import linxi.events.HouseholdEvent.HouseholdRegistered;
import linxi.events.HouseholdEvent.HouseholdStatusChanged;
import linxi.events.HouseholdKey;
import linxi.events.HouseholdStatus;
import linxi.events.Name;
import linxi.events.Pack;
import linxi.events.PartyEvent.PartyRegistered;
import linxi.events.PartyEvent.PartySuspended;
import linxi.events.PartyId;
import linxi.events.PartyKind;
import linxi.events.ProductEvent.ProductDefined;
import linxi.events.ProductId;
import linxi.events.ProductKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The registers as an administrator sees them; what the forms do is tried in a browser. */
class RegisterScreensIT {
    private static final Pattern RAW =
            Pattern.compile("\\?\\?|>(registers|export|households?|status|unit|produce|steps|accounts)\\.[a-zA-Z]");

    private static LoggedIn service;
    private static String admin;
    private static String nobodys;

    @BeforeAll
    static void start() {
        service = LoggedIn.start(
                new PartyRegistered(
                        new PartyId("shiertu"), PartyKind.VILLAGE, new Name("十二吐村", "Shiertu <b>"), "CN-NM", "林西县", AT),
                new PartySuspended(YONGHUI, "停业整顿", AT),
                new ProductDefined(
                        new ProductId("egg"),
                        ProductKind.EGG,
                        new Name("鸡蛋", "Eggs"),
                        "大康",
                        BaseUnit.PIECE,
                        List.of(new Pack("箱", 360), new Pack("盘", 30)),
                        AT),
                new HouseholdStatusChanged(H01, HouseholdStatus.LIFTED_STABLE, LocalDate.parse("2020-11-01"), null, AT),
                new HouseholdRegistered(new HouseholdKey("Z9"), new PartyId("unknown-village"), AT));
        var keys = service.context().getBean(ApiKeys.class);
        admin = keys.make("for an administrator", Role.ADMIN, DAKANG);
        nobodys = keys.make("without an organisation", Role.ADMIN, null);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static HttpResponse<String> get(String key, String path, String language) {
        return service.web().send("GET", path, "Authorization", "Bearer " + key, "Accept-Language", language);
    }

    private static String page(String path) {
        var answer = get(admin, path, "zh-CN");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]*>", " ").replaceAll("[\\s\\u00a0]+", " ");
    }

    private static List<String> links(String html, String pattern) {
        return Pattern.compile("href=\"(" + pattern + ")\"")
                .matcher(html)
                .results()
                .map(it -> it.group(1).replace("&amp;", "&"))
                .toList();
    }

    @Test
    void listOrganisationsWithAFormForOneMore() {
        var html = page("/registers/parties");
        assertThat(text(html))
                .contains("shiertu 十二吐村 Shiertu &lt;b&gt; 村", "CN-NM 林西县", "已暂停 停业整顿", "dakang zh", "合作社");
        assertThat(html)
                .contains("data-register=\"/api/parties\"", "href=\"/export/parties.xlsx\"")
                .contains("data-register=\"/api/parties/dakang/suspension\"")
                .as("suspended for good")
                .doesNotContain("/api/parties/yonghui/suspension");
        assertThat(page("/")).contains("href=\"/registers/parties\"").doesNotContain("href=\"/households\"");
    }

    @Test
    void listProductsWithTheirPacks() {
        var html = page("/registers/products");
        assertThat(text(html)).contains("egg 鸡蛋 Eggs 鸡蛋 大康 枚 箱 = 360 枚 盘 = 30 枚");
        assertThat(html).contains("data-register=\"/api/products\"", "href=\"/export/products.xlsx\"");
        assertThat(html).as("the menu's entry").containsPattern("href=\"/registers/parties\"\\s+aria-current=\"true\"");
    }

    @Test
    void listHouseholdsWithTheirStatusAndNothingOfTheirIncome() {
        var html = page("/registers/households");
        assertThat(text(html)).contains("H01 十二吐村 稳定脱贫户", "Z9 unknown-village 未登记类型");
        assertThat(html)
                .contains("data-register=\"/api/households\"", "href=\"/export/households.xlsx\"")
                .contains("<option value=\"shiertu\">十二吐村</option>")
                .doesNotContain("/income", "万元");
    }

    @Test
    void findAHouseholdByItsKeyOrVillage() {
        var one = page("/registers/households?id=H02");
        assertThat(links(one, "/registers/households/[^\"]*")).containsExactly("/registers/households/H02");
        assertThat(text(page("/registers/households?id=H99"))).contains("没有符合条件的农户");
        assertThat(links(page("/registers/households?village=shiertu"), "/registers/households/[^\"]*"))
                .containsExactly("/registers/households/H01", "/registers/households/H02");
        assertThat(get(admin, "/registers/households?id=%3Cb%3E", "en").statusCode())
                .isEqualTo(400);
        assertThat(get(admin, "/registers/parties?id=dakang", "en").statusCode())
                .isEqualTo(400);
    }

    @Test
    void showTheSpellsOfAHouseholdNewestFirst() {
        var html = page("/registers/households/H01");
        assertThat(text(html)).contains("稳定脱贫户 2020-11-01 至今 建档立卡贫困户 2020-05-01 2020-11-01");
        assertThat(html).contains("data-register=\"/api/households/H01/status\"");
        assertThat(text(page("/registers/households/H02"))).contains("还没有登记过类型");
        assertThat(get(admin, "/registers/households/H99", "zh-CN").statusCode())
                .isEqualTo(404);
    }

    @Test
    void goOnPageByPage() {
        for (var register : List.of("parties", "products", "households")) {
            var path = "/registers/" + register + "?limit=1";
            var first = page(path);
            var next = links(first, "/registers/[^\"]*after=[^\"]*");
            assertThat(next).as(register).hasSize(1);
            var second = page(next.getFirst());
            assertThat(second).as(register).contains("href=\"" + path + "\"");
            assertThat(links(second, "/registers/[^\"]*after=[^\"]*")).isNotEqualTo(next);
        }
    }

    /** Nobody could sign what is registered. */
    @Test
    void offerNoFormToWhoHasNoOrganisation() {
        for (var path : List.of("/parties", "/products", "/households", "/households/H01")) {
            var html = get(nobodys, "/registers" + path, "zh-CN").body();
            assertThat(html).as(path).contains("您的账户没有填单位").doesNotContain("data-register=");
        }
    }

    @Test
    void linkTheFilesBesideWhatIsShown() {
        var auditor = service.context().getBean(ApiKeys.class).make("for an auditor", Role.AUDITOR, null);
        for (var page : List.of(
                "/households",
                "/households?from=2020-05-01",
                "/households?all=true",
                "/households/H01/income",
                "/households/H01/income?from=2020-05-01")) {
            var files = links(
                    get(auditor, page, "zh-CN").body(), "/export/(?:incomes|households|household-income)\\.xlsx[^\"]*");
            assertThat(files).as(page).hasSize(1);
            assertThat(get(auditor, files.getFirst(), "zh-CN").statusCode())
                    .as(files.getFirst())
                    .isEqualTo(200);
        }
        assertThat(get(auditor, "/households?village=shiertu", "zh-CN").body())
                .as("of what is shown")
                .contains("/export/incomes.xlsx?village=shiertu");
    }

    @Test
    void haveTextsInBothLanguages() {
        for (var path : List.of("/parties", "/products", "/households", "/households/H01", "/households?id=none")) {
            for (var language : List.of("zh-CN", "en")) {
                var html = get(admin, "/registers" + path, language).body();
                assertThat(RAW.matcher(html).find()).as(html).isFalse();
            }
        }
    }
}
