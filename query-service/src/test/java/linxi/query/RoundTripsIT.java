package linxi.query;

import static linxi.query.Story.DAKANG;
import static linxi.query.Story.T1;
import static linxi.query.Story.accepted;
import static linxi.query.Story.line;
import static linxi.query.Story.logged;
import static linxi.query.Story.lot;
import static linxi.query.Story.receipt;
import static linxi.query.Story.total;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import linxi.embedded.EmbeddedMongo;
import linxi.embedded.MongoCalls;
import linxi.events.Event;
import linxi.events.LotEvent.LotHeld;
import linxi.events.LotId;
import linxi.events.ShipmentId;
import linxi.query.feed.Projection;
import linxi.query.feed.Replay;
import linxi.query.mongo.Views;
import linxi.query.names.Register;
import linxi.query.sales.Sales;
import linxi.query.sales.SalesDimension;
import linxi.query.sales.SalesMonthProjection;
import linxi.query.sales.SalesProjection;
import linxi.query.web.QueryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a batch and a dashboard cost in round trips and bytes: counts, so that a machine's mood is no matter. */
class RoundTripsIT {
    private static final int BATCH = 300;
    private static final Days YEAR = new Days(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31));

    private final EmbeddedMongo mongo = EmbeddedMongo.inMemory();
    private final MongoCalls calls = new MongoCalls();
    private final MongoClient client = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(mongo.uri()))
            .addCommandListener(calls)
            .build());
    private final MongoDatabase database = client.getDatabase("linxi");

    @AfterEach
    void stop() {
        client.close();
        mongo.close();
    }

    /** However many events: each projection reads what it does not know, and writes, at once. */
    @Test
    void aBatchIsOneReadAndOneWriteOfEachProjection() {
        var replay = Replay.into(database, QueryService.projections().toArray(Projection<?>[]::new));
        fold(replay, i -> lot(new LotId("L" + i), 1_000));
        var cold = calls.takeCalls();
        assertThat(cold).isNotEmpty();
        assertThat(cold.entrySet()).noneMatch(call -> call.getValue() > 1 && isOnDocuments(call.getKey()));

        fold(replay, i -> logged(new ShipmentId("SH" + i), Story.AT, line(new LotId("L" + i), 1_000)));
        var _ = calls.takeCalls();
        fold(replay, i -> new LotHeld(new LotId("L" + i), DAKANG, "checked", Story.AT));
        var hot = calls.takeCalls();
        assertThat(hot).isNotEmpty();
        assertThat(hot.keySet()).as("what it wrote itself it still knows").noneMatch(call -> call.startsWith("find"));
        assertThat(hot.entrySet()).noneMatch(call -> call.getValue() > 1 && isOnDocuments(call.getKey()));
    }

    /** And however many days they are spread over: it reads the roll-up by month. */
    @Test
    void aDashboardReadsAsMuchHoweverManyShipments() {
        var replay = Replay.into(database, new SalesProjection(), new SalesMonthProjection());
        receive(replay, 0, 12);
        long few = readForSales();
        receive(replay, 12, 700);
        assertThat(readForSales()).isLessThan(few + few / 10);
    }

    /** All tables of a page from one reading, and the names for them. */
    @Test
    void aPageOfTablesReadsSalesOnce() {
        var replay = Replay.into(database, new SalesProjection(), new SalesMonthProjection());
        receive(replay, 0, 12);
        var views = new Views(database);
        var sales = new Sales(views, new Register(views));
        var _ = calls.takeCalls();
        var answers = sales.answers(
                YEAR,
                List.of(
                        List.of(SalesDimension.PRODUCT),
                        List.of(SalesDimension.MARKET),
                        List.of(SalesDimension.DAY),
                        List.of(SalesDimension.MARKET, SalesDimension.PRODUCT)));
        assertThat(answers).extracting(it -> it.total().shipments()).containsExactly(12L, 12L, 12L, 12L);
        assertThat(calls.takeCalls()).containsOnlyKeys("find view_sales", "find view_party", "find view_product");
    }

    private long readForSales() {
        var views = new Views(database);
        var sales = new Sales(views, new Register(views));
        var _ = calls.takeBytes();
        var answer = sales.answer(YEAR, List.of(SalesDimension.MONTH, SalesDimension.PRODUCT));
        assertThat(answer.groups()).hasSize(1);
        return calls.takeBytes();
    }

    private static void receive(Replay replay, int from, int to) {
        var _ = replay.fold(IntStream.range(from, to)
                .mapToObj(i -> {
                    var id = new ShipmentId("SH" + i);
                    var at = Story.AT.plus(Duration.ofHours(i));
                    return receipt(id, at, List.of(), total(T1, 1_000, accepted(1_000)));
                })
                .toArray(Event[]::new));
    }

    private static void fold(Replay replay, IntFunction<Event> event) {
        var _ = replay.fold(IntStream.range(0, BATCH).mapToObj(event).toArray(Event[]::new));
    }

    private static boolean isOnDocuments(String call) {
        return !call.startsWith("createIndexes");
    }
}
