package linxi.allinone.browser;

import static linxi.allinone.browser.Imports.await;
import static linxi.allinone.browser.Imports.bring;
import static linxi.allinone.browser.Imports.count;
import static linxi.allinone.browser.Imports.start;
import static linxi.allinone.browser.Imports.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import linxi.query.sheet.SheetFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Last year's tables, brought by whoever they belong to. */
@InBrowser
@ResourceLock(Imports.ONE_AT_A_TIME)
@TestMethodOrder(OrderAnnotation.class)
class ImportBrowserIT {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String LOTS = """
            批次号,产品编号,数量,单位,生产时间,农户编号,交货数量
            imp-T1,tomato,1000,公斤,2021-07-01,imp-H1,600
            imp-T1,tomato,,,2021-07-01,imp-H2,400
            imp-T2,tomato,2,吨,2021年7月2日,,
            imp-T3,tomato,50,枚,2021-07-02,,
            imp-T4,tomato,10,公斤,2021-07-03,imp-nobody,10
            """;

    @TempDir
    private static Path folder;

    private static Chromium clerk;
    private static Chromium receiver;
    private static Chromium admin;

    @BeforeAll
    static void logIn() {
        clerk = DemoSystem.loggedIn("demo-clerk", "zh-CN", 1280);
        receiver = DemoSystem.loggedIn("demo-receiver", "zh-CN", 360);
        admin = DemoSystem.loggedIn("demo-admin", "en", 1280);
    }

    @AfterAll
    static void leave() {
        clerk.close();
        receiver.close();
        admin.close();
    }

    private static Path file(String name, String text, Charset charset) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(charset));
    }

    @Test
    @Order(1)
    void registersHouseholdsButNobodysPhone() throws IOException, InterruptedException {
        var table =
                "Household,Village,Status,Status since\nimp-H1,v1,Ordinary,2016-01-01\nimp-H2,v1,,\n13812345678,v1,,\n";
        bring(admin, "households", file("households.csv", table, StandardCharsets.UTF_8));
        DemoSystem.picture(admin, "import-checked-en");
        assertThat(admin.all("[data-flaw]")).isNotEmpty();
        assertThat(admin.text()).doesNotContain("13812345678").contains("(not shown)");
        assertThat(status(admin, "/api/households/imp-H1")).as("a dry run").isEqualTo(404);
        start(admin);
        await(admin, "/api/households/imp-H2");
    }

    @Test
    @Order(2)
    void checksEveryRowAndWritesNothing() throws IOException {
        bring(clerk, "lots", file("去年的批次.csv", LOTS, GB18030));
        assertThat(clerk.find("h1").getText()).isEqualTo("去年的批次.csv");
        assertThat(count(clerk, "total")).isEqualTo("4");
        assertThat(count(clerk, "fresh")).isEqualTo("2");
        assertThat(count(clerk, "flawed")).isEqualTo("2");
        var flaws = clerk.all("[data-flaw]");
        assertThat(flaws).hasSize(2);
        assertThat(flaws.getFirst().getText()).contains("5", "单位（D 列）", "枚", "没有单位或包装", "论枚的不能论斤");
        assertThat(flaws.getLast().getText()).contains("6", "农户编号（F 列）", "imp-nobody", "没有登记过农户");
        DemoSystem.picture(clerk, "import-checked");
        for (var lot : List.of("imp-T1", "imp-T2")) {
            assertThat(status(clerk, "/api/lots/" + lot)).as("a dry run").isEqualTo(404);
        }
    }

    @Test
    @Order(3)
    void importsWhatIsRightAndGivesBackTheRest() throws IOException, InterruptedException {
        start(clerk);
        assertThat(count(clerk, "sent")).isEqualTo("2");
        await(clerk, "/api/lots/imp-T1");
        await(clerk, "/api/lots/imp-T2");
        assertThat(status(clerk, "/api/lots/imp-T3")).isEqualTo(404);
        DemoSystem.picture(clerk, "import-done");
        var failed = Files.write(
                folder.resolve("failed.xlsx"),
                clerk.fetched(String.valueOf(clerk.find("[data-failed]").getDomAttribute("href"))));
        var rows = SheetFile.read(failed, 100).rows();
        assertThat(rows).hasSize(3);
        assertThat(rows.getFirst().cells()).startsWith("未导入原因", "批次号");
        assertThat(rows.get(1).cells()).contains("imp-T3");
        assertThat(rows.get(1).cell(0)).contains("没有单位或包装");
        bring(clerk, "lots", failed);
        assertThat(count(clerk, "flawed")).as("nobody mended it").isEqualTo("2");
    }

    @Test
    @Order(4)
    void doesNothingTwice() throws IOException {
        bring(clerk, "lots", file("again.csv", LOTS, StandardCharsets.UTF_8));
        assertThat(count(clerk, "recorded")).isEqualTo("2");
        assertThat(count(clerk, "fresh")).isEqualTo("0");
        assertThat(clerk.all("[data-do=start]")).isEmpty();
        var changed = LOTS.replace("imp-T2,tomato,2,", "imp-T2,tomato,3,");
        bring(clerk, "lots", file("changed.csv", changed, StandardCharsets.UTF_8));
        assertThat(clerk.all("[data-flaw]").getFirst().getText()).contains("已经登记过", "批次不能改");
    }

    @Test
    @Order(5)
    void takesShipmentsOneAfterAnother() throws IOException, InterruptedException {
        var table = """
                发货单号,市场编号,渠道,批次号,数量,单位,单价（元）,登记时间,发车时间,车牌号
                imp-S1,yonghui,商超,imp-T1,600,公斤,3.60,2021-07-03 08:00,2021-07-03 09:00,蒙D12345
                imp-S2,yonghui,商超,imp-T1,500,公斤,3.60,2021-07-03 08:00,,
                imp-S3,yonghui,商超,imp-T1,800,斤,1.80,2021-07-03 08:00,,
                """;
        bring(clerk, "shipments", file("shipments.csv", table, StandardCharsets.UTF_8));
        assertThat(count(clerk, "fresh")).isEqualTo("2");
        assertThat(clerk.all("[data-flaw]")).hasSize(1);
        assertThat(clerk.find("[data-flaw]").getText()).contains("3", "数量（E 列）", "只剩 400 公斤");
        start(clerk);
        await(clerk, "/api/shipments/imp-S1");
        await(clerk, "/api/shipments/imp-S3");
        var state = clerk.run("return fetch('/api/shipments/imp-S1').then(it => it.json()).then(it => it.state)");
        assertThat(state).isEqualTo("IN_TRANSIT");
    }

    @Test
    @Order(6)
    void receivesOnAPhone() throws IOException {
        var table = """
                发货单号,批次号,实收,短缺,单位,原因,收货时间
                imp-S1,imp-T1,590,10,公斤,少装一筐,2021-07-04 06:00
                imp-S3,imp-T1,800,,斤,,2021-07-04 06:00
                """;
        for (var page : List.of("/import", "/import/receipts")) {
            receiver.go(page);
            fits(page);
        }
        DemoSystem.picture(receiver, "import-phone");
        bring(receiver, "receipts", file("receipts.csv", table, StandardCharsets.UTF_8));
        fits("checked");
        DemoSystem.picture(receiver, "import-checked-phone");
        assertThat(receiver.find("[data-flaw]").getText()).contains("尚未发出", "发货方要先登记发车");
        start(receiver);
        fits("sent");
        assertThat(count(receiver, "sent")).isEqualTo("1");
    }

    private static void fits(String what) {
        assertThat(receiver.misfits()).as(what).isEmpty();
    }

    @Test
    @Order(7)
    void publishesAnAgreement() throws IOException, InterruptedException {
        var table = """
                协议编号,产品编号,生效日期,增收途径,比例（基点）,农户编号,权重
                imp-A1,grain,2031-01-01,订单收购,70%,,
                imp-A1,grain,2031-01-01,务工,30%,imp-H1,1
                imp-A1,grain,2031-01-01,务工,,imp-H2,2
                imp-A2,tomato,2031-01-01,订单收购,90%,,
                """;
        bring(clerk, "agreements", file("agreements.csv", table, StandardCharsets.UTF_8));
        assertThat(clerk.all("[data-flaw]")).hasSize(1);
        assertThat(clerk.find("[data-flaw]").getText()).contains("各途径比例合计 9000");
        assertThat(count(clerk, "fresh")).isEqualTo("1");
        assertThat(status(clerk, "/api/agreements/imp-A1")).as("a dry run").isEqualTo(404);
        start(clerk);
        assertThat(count(clerk, "sent")).isEqualTo("1");
        await(clerk, "/api/agreements/imp-A1");
        assertThat(clerk.run("""
                return fetch('/api/agreements/imp-A1').then(it => it.text())"""))
                .asString()
                .contains("\"ORDER_PURCHASE\":7000", "\"WAGE\":3000", "grain", "2031-01-01");
        assertThat(status(clerk, "/api/agreements/imp-A2")).isEqualTo(404);
        clerk.go("/agreements/imp-A1?path=WAGE");
        assertThat(clerk.text()).contains("imp-H1", "imp-H2");
    }

    @Test
    @Order(8)
    void saysWhyAFileCannotBeRead() throws IOException {
        bring(clerk, "lots", Files.write(folder.resolve("old.xls"), new byte[] {
            (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0
        }));
        assertThat(clerk.find("[data-stage=FAILED]").getText()).contains("另存为不带密码的 xlsx");
        bring(clerk, "lots", file("names.csv", "批次号,姓名\nL1,张三\n", StandardCharsets.UTF_8));
        assertThat(clerk.text()).contains("模板里没有“姓名”这一列", "缺少这一列").doesNotContain("张三");
    }

    @Test
    @Order(9)
    void asksNobodyElseAndComplainsOfNothing() {
        for (var browser : List.of(clerk, receiver, admin)) {
            assertThat(browser.strangers()).isEmpty();
            // A lot that is not there yet was asked for by these tests.
            assertThat(browser.complaints()).allMatch(it -> it.contains("404"));
        }
    }
}
