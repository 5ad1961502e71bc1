package linxi.query.export;

import static linxi.query.export.Opened.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import linxi.access.Role;
import linxi.access.key.ApiKeys;
import linxi.events.PartyId;
import linxi.query.Asked;
import linxi.query.Refused;
import linxi.query.mongo.Views;
import linxi.query.web.LoggedIn;
import linxi.query.web.Reads;
import linxi.query.web.WebClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Files as they are fetched, beside what the API answers to the same question. */
class ExportIT {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static LoggedIn service;
    private static WebClient web;
    private static String auditor;
    private static String analyst;
    private static String clerk;

    @BeforeAll
    static void start() {
        service = LoggedIn.start(Trade.events());
        web = service.web();
        var keys = service.context().getBean(ApiKeys.class);
        auditor = keys.make("test", Role.AUDITOR, null);
        analyst = keys.make("test", Role.ANALYST, null);
        clerk = keys.make("test", Role.CLERK, new PartyId("dakang"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "product", "market", "month", "origin,product", "day,channel", "region,brand"})
    void salesAddUpToWhatTheApiSays(String by) {
        var query = "?from=2020-01-01&to=2020-12-31" + (by.isEmpty() ? "" : "&groupBy=" + by);
        var total = json("/api/sales" + query).get("total");
        var lines = workbook("/export/sales.xlsx" + query).lines();
        assertThat(sum(lines, "销售额（元）")).isEqualByComparingTo(yuan(total.at("/gross/fen")));
        assertThat(total.at("/gross/fen").longValue()).isEqualTo(36_000 + 149_550 + 11_101);
        assertThat(quantities(lines, "销量")).isEqualTo(Map.of("公斤", "133.337", "枚", "997"));
        assertThat(quantities(lines, "捐赠")).isEqualTo(Map.of("公斤", "0", "枚", "10"));
    }

    private static Map<String, String> quantities(List<Opened.Line> lines, String heading) {
        var sums = new TreeMap<String, BigDecimal>();
        lines.forEach(line -> sums.merge(line.text("单位"), line.number(heading), BigDecimal::add));
        var texts = new TreeMap<String, String>();
        sums.forEach((unit, sum) -> texts.put(unit, sum.stripTrailingZeros().toPlainString()));
        return texts;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "path", "village", "status,month"})
    void incomeAddsUpToWhatTheApiSays(String by) {
        var query = by.isEmpty() ? "" : "?groupBy=" + by;
        var answer = json("/api/income" + query);
        var lines = workbook("/export/income.xlsx" + query).lines();
        assertThat(sum(lines, "农户增收（元）")).isEqualByComparingTo(yuan(answer.at("/total/income/fen")));
        assertThat(sum(lines, "农户增收（元）")).isEqualByComparingTo("358.00");
        if (by.isEmpty()) {
            assertThat(sum(lines, "未分配（元）"))
                    .isEqualByComparingTo(yuan(answer.get("unattributed").get("fen")));
        }
    }

    @Test
    void listsGoThroughAllPages() {
        var file = workbook("/export/shipments.xlsx");
        var ids = file.texts("发货单号");
        assertThat(new HashSet<>(ids)).hasSize(Trade.MANY + 6 + 4);
        assertThat(ids).as("SH1 has two lines").hasSize(Trade.MANY + 7 + 4);
        assertThat(sum(file.lines(), "销售额（元）")).isEqualByComparingTo("1966.51");
        var sold = file.lines().get(ids.indexOf("SE"));
        assertThat(sold.number("实收")).isEqualByComparingTo("997");
        assertThat(sold.text("单位")).isEqualTo("枚");
        assertThat(sold.text("原因")).as("a text, no formula").isEqualTo("=1+1");
        assertThat(sold.text("状态")).isEqualTo("收货有差异");
        assertThat(sold.number("单价（元）")).isEqualByComparingTo("1.5");
        assertThat(sold.time("收货日期")).isEqualTo("2020-06-01T00:00:00");
        assertThat(lines("/export/households.csv", auditor)).hasSize(Trade.MANY + 2 + 1);
    }

    @Test
    void filtersLikeTheApi() {
        assertThat(workbook("/export/shipments.xlsx?from=2020-06-01&state=RECEIVED")
                        .texts("发货单号"))
                .containsExactlyInAnyOrder("SO", "SD");
        assertThat(workbook("/export/settlements.xlsx?from=2020-05-01&to=2020-05-01&market=yonghui")
                        .lines())
                .singleElement()
                .satisfies(row -> assertThat(row.number("净额（元）")).isEqualByComparingTo("360"));
        assertThat(workbook("/export/settlements.xlsx?to=2020-04-30").lines()).isEmpty();
        assertThat(workbook("/export/settlements.xlsx?from=2020-05-02").lines()).isEmpty();
    }

    @Test
    void csvBeginsWithAMarkAndHoldsNoFormula() {
        var text = new String(file("/export/shipments.csv", auditor).body(), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF发货单号,").contains(",'=1+1,").doesNotContain(",=1+1");
        assertThat(text.replace("\r\n", "")).doesNotContain("\n");
    }

    @Test
    void writesInTheReadersLanguage() {
        var answer = web.file(
                "/export/sales.csv?groupBy=channel", "Authorization", "Bearer " + auditor, "Accept-Language", "en");
        var text = new String(answer.body(), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFFChannel,Sold,Unit,Sales (yuan)").contains("Restaurants,33.337,kg,111.01");
        assertThat(header(answer, "Content-Disposition")).contains("filename*=UTF-8''Sales.csv");
    }

    @Test
    void hasANameAndIsNotKept() {
        var answer = file("/export/sales.xlsx?from=2020-01-01&to=2020-12-31", auditor);
        assertThat(header(answer, "Content-Disposition"))
                .isEqualTo("attachment; filename=\"sales_2020-01-01_2020-12-31.xlsx\"; "
                        + "filename*=UTF-8''%E9%94%80%E5%94%AE%E6%B1%87%E6%80%BB_2020-01-01_2020-12-31.xlsx");
        assertThat(header(answer, "Content-Type")).isEqualTo(XLSX);
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        assertThat(answer.headers().firstValue("X-As-Of-Position")).isPresent();
        assertThat(header(file("/export/sales.csv", auditor), "Content-Type")).isEqualTo("text/csv;charset=UTF-8");
    }

    @Test
    void showsHouseholdsByPseudonymsToWhoeverMayNotKnowThem() {
        var ids = new ArrayList<String>();
        for (var line : lines("/export/households.csv", analyst)) {
            ids.add(line.substring(0, line.indexOf(',')));
        }
        assertThat(ids.removeFirst()).isEqualTo("\uFEFF农户");
        assertThat(ids).hasSize(Trade.MANY + 2).allMatch(id -> id.startsWith("p."));
        var first = web.send("GET", "/api/households?limit=1", "Authorization", "Bearer " + analyst);
        assertThat(WebClient.json(first).at("/items/0/id").asString()).isEqualTo(ids.getFirst());
        assertThat(lines("/export/households.csv", auditor).get(1)).startsWith("H01,shiertu,,建档立卡贫困户,");
        assertThat(lines("/export/households.csv", clerk).get(1)).startsWith("H01,shiertu,,,");
    }

    @Test
    void confinesAClerkToHisOwn() {
        var lines = lines("/export/shipments.csv", clerk);
        assertThat(lines).hasSize(Trade.MANY + 6 + 4 + 1).noneMatch(line -> line.startsWith("F1,"));
        assertThat(lines("/export/shipments.csv", auditor)).anyMatch(line -> line.startsWith("F1,"));
        assertThat(file("/export/shipments.csv?origin=another", clerk).statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "/export/sales.pdf,404,NO_SUCH_PATH",
        "/export/sales.csv?groupBy=nothing,400,BAD_VALUE",
        "/export/overview.xlsx?from=2020-02-01&to=2020-01-01,400,FROM_AFTER_TO",
        "/export/overview.xlsx?groupBy=month,400,UNKNOWN_PARAMETER",
        "/export/shipments.csv?limit=5,400,UNKNOWN_PARAMETER",
        "/export/settlements.csv?after=x,400,UNKNOWN_PARAMETER",
        "/export/households.xlsx?from=2020-01-01,400,UNKNOWN_PARAMETER"
    })
    void refusesAsTheApiDoes(String path, int status, String rule) {
        var answer = web.send("GET", path, "Authorization", "Bearer " + auditor);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(WebClient.json(answer).get("rule").asString()).isEqualTo(rule);
        assertThat(header(answer, "Content-Disposition")).doesNotContain("attachment");
    }

    @Test
    void refusesMoreThanAFileHolds() {
        var reads = service.context().getBean(Reads.class);
        var all = new Asked(Map.of());
        assertThat(reads.<Boolean>read(answers -> answers.shipments().areMoreThan(Trade.MANY + 9, all)))
                .isTrue();
        assertThat(reads.<Boolean>read(answers -> answers.shipments().areMoreThan(Trade.MANY + 10, all)))
                .isFalse();
        assertThat(reads.<Boolean>read(answers -> answers.households().areMoreThan(Trade.MANY + 1, all, null)))
                .isTrue();
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> new Listing<>(
                        reads,
                        Map.of(),
                        Listing.PAGE,
                        (answers, asked) -> answers.shipments().list(asked),
                        (_, _) -> true))
                .withMessageContaining("TOO_MANY_ROWS");
    }

    /** Half a file must not pass for a whole one: the connection ends before the answer does. */
    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void breaksAFileOffWhereAPageCannotBeRead(String format) {
        var shipments = service.context().getBean(Views.class).collection("shipment");
        var oldest = Objects.requireNonNull(
                shipments.find().sort(Sorts.ascending("at")).first());
        var itself = Filters.eq("_id", oldest.get("_id"));
        try {
            var _ = shipments.updateOne(itself, Updates.set("lines", "broken"));
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> file("/export/shipments." + format, auditor));
        } finally {
            var _ = shipments.replaceOne(itself, oldest);
        }
    }

    private static Opened workbook(String path) {
        return Opened.of(file(path, auditor).body());
    }

    private static List<String> lines(String path, String key) {
        return new String(file(path, key).body(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private static HttpResponse<byte[]> file(String path, String key) {
        return web.file(path, "Authorization", "Bearer " + key);
    }

    private static JsonNode json(String path) {
        return WebClient.json(web.send("GET", path, "Authorization", "Bearer " + auditor));
    }

    private static BigDecimal yuan(JsonNode fen) {
        return BigDecimal.valueOf(fen.longValue(), 2);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
