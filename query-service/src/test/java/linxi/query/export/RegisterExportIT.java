package linxi.query.export;

import static linxi.query.export.Opened.sum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import linxi.access.Role;
import linxi.access.key.ApiKeys;
import linxi.events.PartyId;
import linxi.query.Days;
import linxi.query.Refused;
import linxi.query.web.LoggedIn;
import linxi.query.web.Reads;
import linxi.query.web.WebClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The registers, the lots, and what households earned, as files beside what the API answers. */
class RegisterExportIT {
    private static LoggedIn service;
    private static String auditor;
    private static String analyst;
    private static String viewer;
    private static String clerk;

    @BeforeAll
    static void start() {
        service = LoggedIn.start(Trade.events());
        var keys = service.context().getBean(ApiKeys.class);
        auditor = keys.make("test", Role.AUDITOR, null);
        analyst = keys.make("test", Role.ANALYST, null);
        viewer = keys.make("test", Role.HOUSEHOLD_VIEWER, null);
        clerk = keys.make("test", Role.CLERK, new PartyId("another"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static HttpResponse<byte[]> file(String path, String key, String... more) {
        var headers = Stream.concat(Stream.of("Authorization", "Bearer " + key), Stream.of(more))
                .toArray(String[]::new);
        return service.web().file(path, headers);
    }

    private static Opened workbook(String path) {
        return Opened.of(file(path, auditor).body());
    }

    private static List<String> lines(String path, String key, String... more) {
        return new String(file(path, key, more).body(), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    @Test
    void listsOrganisationsAndProducts() {
        assertThat(workbook("/export/parties.xlsx").lines())
                .extracting(line -> line.text("单位编号") + " " + line.text("中文名称") + " " + line.text("单位类别"))
                .containsExactly("dakang dakang zh 合作社", "yonghui yonghui zh 市场");
        assertThat(lines("/export/products.csv", auditor))
                .anyMatch(line -> line.startsWith("egg,西红柿,egg zh,,'=brand,枚,"));
    }

    @Test
    void listsLotsWithWhatIsLeft() {
        var lot = workbook("/export/lots.xlsx").lines().stream()
                .filter(line -> line.text("批次").equals("T1"))
                .findFirst()
                .orElseThrow();
        assertThat(lot.number("入库数量")).isEqualByComparingTo("100");
        assertThat(lot.number("剩余数量")).isEqualByComparingTo("0");
        assertThat(lot.number("交货农户数")).isEqualByComparingTo("1");
        assertThat(lines("/export/lots.csv", clerk)).hasSize(1);
    }

    @Test
    void sharesOfAnAgreementAddUpToAHundred() {
        var shares = workbook("/export/agreements.xlsx").lines();
        assertThat(shares).extracting(line -> line.text("增收途径")).containsExactly("订单收购", "务工");
        assertThat(sum(shares, "分配比例（%）")).isEqualByComparingTo("100");
        assertThat(lines("/export/agreements.csv", clerk)).hasSize(1);
    }

    @Test
    void aHouseholdHasEveryLine() {
        var earned = workbook("/export/household-income.xlsx?household=H01").lines();
        assertThat(sum(earned, "农户增收（元）")).isEqualByComparingTo("288.00");
        assertThat(earned.getFirst().number("应得（元，精确值）")).isEqualByComparingTo("288.00000000");
        assertThat(earned.getFirst().text("来源（批次 / 发货单）")).isEqualTo("T1 / SH1");
        assertThat(earned.getFirst().text("农户")).isEqualTo("H01");
        assertThat(lines("/export/household-income.csv?household=H01&to=2020-04-30", auditor))
                .hasSize(1);
    }

    @Test
    void sumsOfHouseholdsAreTheTotal() {
        var sums = workbook("/export/incomes.xlsx").lines();
        assertThat(sum(sums, "农户增收（元）")).isEqualByComparingTo("358.00");
        assertThat(sums)
                .extracting(line -> line.text("农户") + " " + line.text("增收途径"))
                .containsExactly("H01 订单收购", "H02 务工");
        assertThat(lines("/export/incomes.csv?from=2020-06-01", auditor)).hasSize(1);
        var reads = service.context().getBean(Reads.class);
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> reads.read(answers -> answers.income().byHousehold(Days.ALL, 1)))
                .withMessageContaining("TOO_MANY_ROWS");
    }

    @Test
    void sumsOfSomeHouseholdsAreThoseOfTheirPage() {
        assertThat(workbook("/export/incomes.xlsx?path=WAGE").lines())
                .extracting(line -> line.text("农户") + " " + line.text("增收途径") + " " + line.number("农户增收（元）"))
                .containsExactly("H02 务工 70.00");
        var village = workbook("/export/incomes.xlsx?village=shiertu").lines();
        assertThat(village)
                .extracting(line -> line.text("农户") + " " + line.number("农户增收（元）"))
                .containsExactly("H01 288.00", "H02 70.00");
        assertThat(workbook("/export/incomes.xlsx?village=another").lines()).isEmpty();
        assertThat(lines("/export/incomes.csv?status=REGISTERED_POOR", auditor)).hasSize(2);
        assertThat(lines("/export/households.csv?village=shiertu", auditor)).hasSize(Trade.MANY + 2 + 1);
        assertThat(lines("/export/households.csv?village=another", auditor)).hasSize(1);
    }

    @Test
    void whoMayNotKnowKeysGetsPseudonymsBothWays() {
        var masked = lines("/export/incomes.csv", analyst);
        assertThat(masked).hasSize(3).noneMatch(line -> line.contains("H01"));
        var pseudonym = masked.get(1).substring(0, masked.get(1).indexOf(','));
        assertThat(pseudonym).startsWith("p.");
        assertThat(lines("/export/household-income.csv?household=" + pseudonym, analyst))
                .hasSize(2)
                .anyMatch(line -> line.startsWith(pseudonym + ","));
        assertThat(file("/export/household-income.csv?household=H01", analyst).statusCode())
                .isEqualTo(404);
        assertThat(lines("/export/household-income.csv?household=H01", viewer, "X-Purpose", "annual%20review"))
                .anyMatch(line -> line.startsWith("H01,"));
    }

    @ParameterizedTest
    @CsvSource({
        "/export/parties.csv?limit=3,400,UNKNOWN_PARAMETER",
        "/export/lots.csv?after=x,400,UNKNOWN_PARAMETER",
        "/export/household-income.csv,400,BAD_VALUE",
        "/export/household-income.csv?household=NONE,404,NO_SUCH_ID",
        "/export/household-income.csv?household=H01&groupBy=path,400,UNKNOWN_PARAMETER",
        "/export/incomes.csv?groupBy=path,400,UNKNOWN_PARAMETER",
        "/export/incomes.csv?status=RICH,400,BAD_VALUE",
        "/export/events.csv?limit=10001,400,BAD_VALUE",
        "/export/events.csv?after=-1,400,BAD_VALUE",
        "/export/events.csv,503,COMMANDS_AWAY"
    })
    void refusesAsTheApiDoes(String path, int status, String rule) {
        var answer = service.web().send("GET", path, "Authorization", "Bearer " + auditor);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(WebClient.json(answer).get("rule").asString()).isEqualTo(rule);
    }
}
