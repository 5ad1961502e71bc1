package linxi.query.importing;

import static linxi.query.importing.ImportKind.AGREEMENTS;
import static linxi.query.importing.ImportKind.HOUSEHOLDS;
import static linxi.query.importing.ImportKind.LOTS;
import static linxi.query.importing.ImportKind.RECEIPTS;
import static linxi.query.importing.ImportKind.SHIPMENTS;
import static linxi.query.importing.Tables.bodies;
import static linxi.query.importing.Tables.flaws;
import static linxi.query.importing.Tables.keys;
import static linxi.query.importing.Tables.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import linxi.query.sheet.UnreadableFile;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Rows and the commands that they come to. */
class ReadingTest {
    @Nested
    class Headings {
        @Test
        void areKnownInAnyOrderLanguageAndWidth() {
            var reading = read(HOUSEHOLDS, "2020 年农户表", " 村编号 ,Status, 农户编号* ,类型起始日：", "v1,marginal,H1,2020/7/1");
            assertThat(flaws(reading)).isEmpty();
            assertThat(bodies(reading))
                    .containsExactly(
                            "/api/households {\"id\":\"H1\",\"village\":\"v1\",\"status\":\"MARGINAL\",\"statusFrom\":\"2020-07-01\"}");
        }

        @Test
        void thatAreMissingUnknownOrDoubledAreSaidFirst() {
            var reading = read(HOUSEHOLDS, "农户编号,姓名,农户编号", "H1,张三,H1");
            assertThat(flaws(reading))
                    .containsExactly("1 姓名 COLUMN_UNKNOWN", "1 农户编号 COLUMN_TWICE", "1 village COLUMN_MISSING");
            assertThat(reading.drafts()).isEmpty();
        }

        @Test
        void areMissedAboveAValue() {
            assertThat(flaws(read(HOUSEHOLDS, "农户编号,村编号", "H1,v1,13812345678")))
                    .containsExactly("2 C VALUE_WITHOUT_HEADING");
        }

        @Test
        void ofOurOwnFilesOfFailedRowsAreKnown() {
            assertThat(flaws(read(HOUSEHOLDS, "未导入原因,农户编号,村编号", "这一格必须填,H1,v1")))
                    .isEmpty();
            assertThat(flaws(read(HOUSEHOLDS, "Why not imported,Household,Village", "x,H1,v1")))
                    .isEmpty();
        }
    }

    @Nested
    class Rows {
        @Test
        void thatAreExamplesAreSkipped() {
            var reading = read(HOUSEHOLDS, "农户编号,村编号", "示例-H001,v1", "EXAMPLE-H002,v1", "H1,v1");
            assertThat(reading.examples()).isEqualTo(2);
            assertThat(reading.rows()).hasSize(1);
        }

        @Test
        void areTenThousandAtMost() {
            var rows = Stream.concat(
                            Stream.of("农户编号,村编号"),
                            IntStream.rangeClosed(1, 10_001).mapToObj(i -> "H" + i + ",v1"))
                    .toArray(String[]::new);
            assertThatExceptionOfType(UnreadableFile.class)
                    .isThrownBy(() -> read(HOUSEHOLDS, rows))
                    .satisfies(it -> assertThat(it.row()).isEqualTo(10_002));
        }

        @Test
        void haveNobodysNumber() {
            var reading = read(HOUSEHOLDS, "农户编号,村编号", "13812345678,v1", "H2,15042619800101123x");
            assertThat(flaws(reading)).containsExactly("2 household PERSONAL_DATA", "3 village PERSONAL_DATA");
            assertThat(reading.flaws()).allMatch(it -> it.value() == null);
        }
    }

    @Nested
    class OfHouseholds {
        @Test
        void standOnce() {
            var reading = read(HOUSEHOLDS, "农户编号,村编号", "H1,v1", "Ｈ１,v2");
            assertThat(flaws(reading)).containsExactly("3 household SAME_AS_ROW");
            assertThat(bodies(reading)).hasSize(1);
        }

        @Test
        void haveAStatusWithItsFirstDay() {
            var reading = read(HOUSEHOLDS, "农户编号,村编号,农户类型,类型起始日", "H1,v1,一般农户,", "H2,v1,富裕,2020-13-01");
            assertThat(flaws(reading))
                    .containsExactly("2 statusFrom CELL_EMPTY", "3 statusFrom NO_DAY", "3 status WORD_UNKNOWN");
        }
    }

    @Nested
    class OfLots {
        private static final String HEADING = "批次号,产品编号,数量,单位,生产时间,农户编号,交货数量";

        @Test
        void areGroupedAndAddUpWhereNothingElseIsSaid() {
            var reading = read(
                    LOTS, HEADING, "T1,tomato,,公斤,2020年7月1日,H2,0.1", "T2,egg,300,枚,2020-07-01,,", "T1,,,,,H1,0.20");
            assertThat(flaws(reading)).containsExactly("4 product CELL_EMPTY", "4 producedAt CELL_EMPTY");
            var filled = read(
                    LOTS,
                    HEADING,
                    "T1,tomato,,公斤,2020年7月1日,H2,0.1",
                    "T2,egg,300,枚,2020-07-01 8:05,,",
                    "T1,tomato,,,2020/7/1,H1,0.20");
            assertThat(flaws(filled)).isEmpty();
            assertThat(bodies(filled))
                    .containsExactly(
                            "/api/lots {\"id\":\"T1\",\"origin\":\"dakang\",\"product\":\"tomato\",\"quantity\":{\"amount\":0.3,\"unit\":\"KILOGRAM\"},\"producedAt\":\"2020-07-01T00:00:00+08:00\",\"contributions\":[{\"household\":\"H1\",\"quantity\":{\"amount\":0.2,\"unit\":\"KILOGRAM\"}},{\"household\":\"H2\",\"quantity\":{\"amount\":0.1,\"unit\":\"KILOGRAM\"}}]}",
                            "/api/lots {\"id\":\"T2\",\"origin\":\"dakang\",\"product\":\"egg\",\"quantity\":{\"amount\":300,\"unit\":\"PIECE\"},\"producedAt\":\"2020-07-01T08:05:00+08:00\"}");
            assertThat(filled.drafts().getFirst().rows()).containsExactly(2, 4);
        }

        @Test
        void sayTheSameOfTheirLot() {
            var reading = read(
                    LOTS,
                    HEADING,
                    "T1,tomato,5,公斤,2020-07-01,H1,2",
                    "T1,beef,6,公斤,2020-07-02,H1,x",
                    "T1,tomato,,,2020-07-01,,");
            assertThat(flaws(reading))
                    .containsExactly(
                            "3 household SAME_AS_ROW",
                            "3 product DIFFERS_FROM_ROW",
                            "3 quantity DIFFERS_FROM_ROW",
                            "3 producedAt DIFFERS_FROM_ROW",
                            "3 contribution NO_NUMBER",
                            "4 household CELL_EMPTY");
        }
    }

    @Nested
    class OfShipments {
        private static final String HEADING = "发货单号,市场编号,渠道,批次号,数量,单位,单价（元）,计价单位,登记时间,发车时间,车牌号";

        @Test
        void areLoggedAndDispatched() {
            var reading = read(
                    SHIPMENTS,
                    HEADING,
                    "S1,xinfadi,商超,T2,\"1,200.50\",斤,3.60,公斤,2020-07-02 09:30,2020-07-02 11:00,蒙D12345",
                    "S1,xinfadi,SUPERMARKET,T1,12,箱（30枚）,９９,,,,");
            assertThat(flaws(reading)).isEmpty();
            assertThat(bodies(reading))
                    .containsExactly(
                            "/api/shipments {\"kind\":\"SALE\",\"origin\":\"dakang\",\"market\":\"xinfadi\",\"channel\":\"SUPERMARKET\",\"lines\":[{\"lot\":\"T1\",\"quantity\":{\"amount\":12,\"unit\":\"箱（30枚）\"},\"price\":{\"fen\":9900,\"per\":\"箱（30枚）\"}},{\"lot\":\"T2\",\"quantity\":{\"amount\":1200.5,\"unit\":\"JIN\"},\"price\":{\"fen\":360,\"per\":\"KILOGRAM\"}}],\"at\":\"2020-07-02T09:30:00+08:00\",\"id\":\"S1\"}",
                            "/api/shipments/S1/dispatch {\"vehicle\":\"蒙D12345\",\"at\":\"2020-07-02T11:00:00+08:00\"}");
        }

        @Test
        void withoutANumberAreNumberedByWhatTheySay() {
            var row = ",xinfadi,商超,T1,5,公斤,3.6,,%s,,";
            var reading = read(
                    SHIPMENTS,
                    HEADING,
                    row.formatted("2020-07-01"),
                    row.formatted("2020-07-02"),
                    row.formatted("2020/7/1 0:00"),
                    row.formatted(""));
            assertThat(flaws(reading)).containsExactly("4 shipment SAME_AS_ROW", "5 shipment NUMBER_OR_TIME_MISSING");
            assertThat(bodies(reading)).hasSize(2).doesNotHaveDuplicates().allMatch(it -> it.contains("\"id\":\"S-"));
        }

        @Test
        void sayWhatIsWrongInEachCell() {
            assertThat(flaws(read(SHIPMENTS, HEADING, "S 1,,卖,#REF!,十,,0.385,,昨天,=A1,")))
                    .contains(
                            "2 shipment NO_ID",
                            "2 market CELL_EMPTY",
                            "2 channel WORD_UNKNOWN",
                            "2 lot CELL_WITH_ERROR",
                            "2 quantity NO_NUMBER",
                            "2 unit CELL_EMPTY",
                            "2 price NOT_WHOLE_FEN",
                            "2 loggedAt NO_TIME",
                            "2 dispatchedAt FORMULA_WITHOUT_VALUE");
        }

        @Test
        void areTheSameHoweverTheyAreWrittenAndInWhateverOrder() {
            var one = read(
                    SHIPMENTS,
                    HEADING,
                    "S1,xinfadi,商超,T1,1.50,公斤,3.6,,2020-07-02 09:30,,",
                    "S1,xinfadi,商超,T2,2,斤,1,,,,",
                    "S2,xinfadi,学校食堂,T1,1,吨,3600,,2020-07-03,,");
            var other = read(
                    SHIPMENTS,
                    "单位,批次号,Channel,发货单号,数量,计价单位,单价,市场编号,登记时间,类别",
                    "TONNE,T1,进学校食堂,S2,1.0,吨,\"3,600.00\",xinfadi,2020/7/3,",
                    "斤,T2,进商超,S1,2,斤,1,xinfadi,,销售",
                    "kg,T1,进商超,S1,1.5,千克,3.6,xinfadi,2020年7月2日 9时30分,销售");
            assertThat(flaws(other)).isEmpty();
            assertThat(keys(one)).hasSize(2).isEqualTo(keys(other));
            var changed = read(SHIPMENTS, HEADING, "S2,xinfadi,学校食堂,T1,1,吨,3601,,2020-07-03,,");
            assertThat(keys(one)).doesNotContainAnyElementsOf(keys(changed));
        }
    }

    @Nested
    class OfReceipts {
        @Test
        void areFinalAndCountNothingAsNothing() {
            var reading = read(
                    RECEIPTS,
                    "发货单号,批次号,实收,短缺,拒收,单位,原因,收货时间",
                    "S1,T1,490,10,0,公斤,少装一筐，另有 压坏 ,2020-07-03 06:30",
                    "S1,T2,0,,12,枚,破损,");
            assertThat(flaws(reading)).isEmpty();
            assertThat(bodies(reading))
                    .containsExactly(
                            "/api/shipments/S1/receipts {\"lines\":[{\"lot\":\"T1\",\"accepted\":{\"amount\":490,\"unit\":\"KILOGRAM\"},\"short\":{\"amount\":10,\"unit\":\"KILOGRAM\"},\"reason\":\"少装一筐，另有 压坏\"},{\"lot\":\"T2\",\"accepted\":{\"amount\":0,\"unit\":\"PIECE\"},\"rejected\":{\"amount\":12,\"unit\":\"PIECE\"},\"reason\":\"破损\"}],\"at\":\"2020-07-03T06:30:00+08:00\"}");
        }
    }

    @Nested
    class OfAgreements {
        private static final String HEADING = "协议编号,产品编号,生效日期,增收途径,比例（基点）,农户编号,权重";

        @Test
        void haveAPathOrAMemberEach() {
            var reading = read(
                    AGREEMENTS,
                    HEADING,
                    "A1,\"tomato、beef\",2020-01-01,订单收购,70%,,",
                    "A1,\"beef,tomato\",2020-01-01,WAGE,3000,H10,2",
                    "A1,tomato beef,2020-01-01,务工,,H09,1");
            assertThat(flaws(reading)).isEmpty();
            assertThat(bodies(reading))
                    .containsExactly(
                            "/api/agreements {\"id\":\"A1\",\"origin\":\"dakang\",\"products\":[\"beef\",\"tomato\"],\"validFrom\":\"2020-01-01\",\"paths\":{\"ORDER_PURCHASE\":7000,\"WAGE\":3000},\"members\":{\"WAGE\":{\"H09\":1,\"H10\":2}}}");
        }

        @Test
        void sayTheShareOfAPathOnceOrTheSame() {
            assertThat(flaws(read(
                            AGREEMENTS,
                            HEADING,
                            "A1,tomato,2020-01-01,WAGE,3000,H1,1",
                            "A1,tomato,2020-01-01,WAGE,30.5%,H1,",
                            "A1,tomato,2020-01-01,DIVIDEND,,H1,1")))
                    .containsExactly(
                            "4 share CELL_EMPTY",
                            "3 share DIFFERS_FROM_ROW",
                            "3 household SAME_AS_ROW",
                            "3 weight CELL_EMPTY");
        }
    }
}
