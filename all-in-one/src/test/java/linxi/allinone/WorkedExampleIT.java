package linxi.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The worked example of the domain rules, to the fen, through HTTP alone: command, Kafka, query; then a restart. */
@TestMethodOrder(OrderAnnotation.class)
class WorkedExampleIT {
    private static final List<String> HOUSEHOLDS =
            List.of("H01", "H02", "H03", "H04", "H05", "H06", "H07", "H08", "H09", "H10", "H11");
    private static final Map<String, Long> KILOGRAMS = new TreeMap<>(Map.of(
            "H01", 400_001L,
            "H02", 399_999L,
            "H03", 350_007L,
            "H04", 349_993L,
            "H05", 333_333L,
            "H06", 333_334L,
            "H07", 233_333L));
    private static final Map<String, Long> ORDER_PURCHASE = Map.of(
            "H01", 80_640_202L,
            "H02", 80_639_798L,
            "H03", 70_561_411L,
            "H04", 70_558_589L,
            "H05", 67_199_933L,
            "H06", 67_200_134L,
            "H07", 47_039_933L);
    private static final Map<String, Long> GIVEN_BACK = Map.of(
            "H01", -100_801L,
            "H02", -100_799L,
            "H03", -88_202L,
            "H04", -88_198L,
            "H05", -84_000L,
            "H06", -84_000L,
            "H07", -58_800L);

    @TempDir
    private static Path folder;

    private static int port;
    private static LinxiProcess linxi;
    private static Client client;
    private static long position;

    @BeforeAll
    static void start() {
        port = LinxiProcess.freePort();
        linxi = LinxiProcess.up(folder.resolve("data"), port, "--no-login");
        client = new Client(linxi.url());
    }

    @AfterAll
    static void stop() {
        linxi.close();
    }

    @Test
    @Order(1)
    void goesFromLotsToReceipt() {
        assertThat(client.postAsNobody("/api/parties", "{'id':'dakang','kind':'COOPERATIVE','name':{'zh':'达康联合社'}}")
                        .statusCode())
                .isEqualTo(201);
        client.record(
                "/api/parties", "dakang", "{'id':'yonghui','kind':'MARKET','name':{'zh':'永辉超市'},'region':'CN-BJ'}");
        client.record(
                "/api/products", "dakang", "{'id':'tomato','kind':'TOMATO','name':{'zh':'西红柿'},'baseUnit':'GRAM'}");
        for (var household : HOUSEHOLDS) {
            client.record("/api/households", "dakang", "{'id':'" + household + "','village':'shiertu'}");
        }
        client.record("/api/agreements", "dakang", """
                {'id':'A1','origin':'dakang','products':['tomato'],'validFrom':'2020-01-01',
                 'paths':{'ORDER_PURCHASE':7000,'WAGE':1500,'LAND_TRANSFER':800,'ASSET_RENT':500,'DIVIDEND':200},
                 'members':{'WAGE':{'H09':1,'H10':1},'LAND_TRANSFER':{'H11':1},'ASSET_RENT':{'H11':1},
                            'DIVIDEND':{'H01':1,'H02':1,'H03':1}}}""");
        client.record("/api/lots", "dakang", lot("T1", 2_400_000, KILOGRAMS));
        client.record("/api/lots", "dakang", lot("T2", 10_000, Map.of("H08", 10_000L)));
        client.record("/api/shipments", "dakang", """
                {'id':'SH1','origin':'dakang','market':'yonghui','channel':'SUPERMARKET','at':'2020-05-01T08:00:00+08:00',
                 'lines':[{'lot':'T1','quantity':{'amount':2400,'unit':'TONNE'},'price':{'fen':360,'per':'KILOGRAM'}},
                          {'lot':'T2','quantity':{'amount':10000,'unit':'KILOGRAM'},'price':{'fen':360,'per':'KILOGRAM'}}]}""");
        client.record("/api/shipments/SH1/dispatch", "dakang", "{'at':'2020-05-01T10:00:00+08:00'}");
        client.record("/api/shipments/SH1/arrival", "yonghui", "{'at':'2020-05-02T04:00:00+08:00'}");
        client.record("/api/shipments/SH1/receipts", "yonghui", """
                {'at':'2020-05-02T06:00:00+08:00','lines':[
                  {'lot':'T1','accepted':{'amount':2400,'unit':'TONNE'}},
                  {'lot':'T2','accepted':{'amount':0,'unit':'TONNE'},'lost':{'amount':6,'unit':'TONNE'},
                   'rejected':{'amount':4,'unit':'TONNE'},'reason':'途中事故与变质'}]}""");
        var sales = client.get("/api/shipments/SH1?atLeast="
                + client.record("/api/shipments/SH1/discrepancy-agreement", "dakang", "{}"));
        assertThat(sales.get("gross").get("fen").longValue()).isEqualTo(864_000_000L);
        assertThat(sales.get("state").asString()).isEqualTo("RECEIVED_WITH_DISCREPANCY");
    }

    @Test
    @Order(2)
    void paysEachHouseholdToTheFen() {
        client.record("/api/settlements", "dakang", """
                {'id':'S1','origin':'dakang','market':'yonghui','shipments':['SH1'],'deductions':[
                  {'kind':'FREIGHT','basisPoints':1200},{'kind':'MARKET_FEE','fen':25920000},
                  {'kind':'COOPERATIVE_FEE','basisPoints':500}]}""");
        position = client.record("/api/settlements/S1/agreement", "yonghui", "{}");
        var settlement = client.get("/api/settlements/S1?atLeast=" + position);
        assertThat(settlement.get("net").get("fen").longValue()).isEqualTo(691_200_000L);
        assertThat(settlement.get("unattributed").get("fen").longValue()).isZero();
        var attributed = settlement.get("attributed");
        assertThat(attributed.get("ORDER_PURCHASE").get("fen").longValue()).isEqualTo(483_840_000L);
        assertThat(attributed.get("WAGE").get("fen").longValue()).isEqualTo(103_680_000L);
        assertThat(attributed.get("LAND_TRANSFER").get("fen").longValue()).isEqualTo(55_296_000L);
        assertThat(attributed.get("ASSET_RENT").get("fen").longValue()).isEqualTo(34_560_000L);
        assertThat(attributed.get("DIVIDEND").get("fen").longValue()).isEqualTo(13_824_000L);
        ORDER_PURCHASE.forEach((household, fen) ->
                assertThat(byPath(household, "ORDER_PURCHASE")).as(household).isEqualTo(fen));
        assertThat(total("H08")).isZero();
        assertThat(total("H07")).isEqualTo(47_039_933L);
        assertThat(total("H09")).isEqualTo(51_840_000L);
        var line = client.get("/api/households/H07/income").get("lines").get(0);
        assertThat(line.get("settlement").asString()).isEqualTo("S1");
        assertThat(line.get("entitlement").longValue()).isEqualTo(47_039_932_800_000L);
        var lot = line.get("lots").get(0);
        assertThat(lot.get("lot").asString()).isEqualTo("T1");
        assertThat(lot.get("shipment").asString()).isEqualTo("SH1");
        var income = client.get("/api/income?groupBy=path");
        assertThat(income.get("total").get("income").get("fen").longValue()).isEqualTo(691_200_000L);
        assertThat(income.get("total").get("households").intValue()).isEqualTo(10);
        assertThat(income.get("drift").longValue()).isEqualTo(400);
    }

    @Test
    @Order(3)
    void takesBackWhatAReturnTakesBack() {
        position = client.record(
                "/api/settlements/S1/returns",
                "yonghui",
                "{'reason':'销售后退货','lines':[{'shipment':'SH1','lot':'T1','quantity':{'amount':3,'unit':'TONNE'}}]}");
        client.get("/api/settlements/S1?atLeast=" + position);
        GIVEN_BACK.forEach((household, fen) -> assertThat(byPath(household, "ORDER_PURCHASE"))
                .as(household)
                .isEqualTo(ORDER_PURCHASE.getOrDefault(household, 0L) + fen));
        var sales = client.get("/api/sales?groupBy=product");
        assertThat(sales.get("total").get("gross").get("fen").longValue()).isEqualTo(864_000_000L - 1_080_000L);
        assertThat(sales.get("total").get("shipments").intValue()).isEqualTo(1);
    }

    @Test
    @Order(4)
    void bringsEverybodyBackOnReversalAlsoAfterARestart() {
        assertThat(linxi.stop()).isIn(0, 143);
        linxi = LinxiProcess.up(folder.resolve("data"), port, "--no-login");
        client.get("/api/settlements/S1?atLeast=" + position);
        assertThat(byPath("H07", "ORDER_PURCHASE")).isEqualTo(47_039_933L - 58_800L);
        position = client.record("/api/settlements/S1/reversal", "dakang", "{'reason':'重新结算'}");
        client.get("/api/settlements/S1?atLeast=" + position);
        for (var household : HOUSEHOLDS) {
            assertThat(total(household)).as(household).isZero();
        }
        assertThat(client.get("/api/income").get("drift").longValue()).isZero();
        assertThat(client.get("/api/income").get("unattributed").get("fen").longValue())
                .isZero();
    }

    private static String lot(String id, long kilograms, Map<String, Long> contributions) {
        var lines = new StringBuilder();
        contributions.forEach((household, amount) -> lines.append(lines.isEmpty() ? "" : ",")
                .append("{'household':'%s','quantity':{'amount':%d,'unit':'KILOGRAM'}}".formatted(household, amount)));
        return """
                {'id':'%s','origin':'dakang','product':'tomato','quantity':{'amount':%d,'unit':'KILOGRAM'},
                 'producedAt':'2020-05-01T06:00:00+08:00','contributions':[%s]}""".formatted(id, kilograms, lines);
    }

    private static long byPath(String household, String path) {
        var byPath = client.get("/api/households/" + household + "/income").get("byPath");
        return byPath.has(path) ? byPath.get(path).get("fen").longValue() : 0;
    }

    private static long total(String household) {
        return client.get("/api/households/" + household + "/income")
                .get("total")
                .get("fen")
                .longValue();
    }
}
