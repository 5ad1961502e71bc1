package linxi.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import linxi.command.store.EventLog;
import linxi.command.web.Service.Reply;

/** A service with a few parties and products registered, and short ways to send commands to it. */
final class Yard implements AutoCloseable {
    private final Service service = Service.start();
    private final AtomicInteger ids = new AtomicInteger();

    Yard() {
        created("/api/parties", party("dakang", "COOPERATIVE"), "dakang");
        created("/api/parties", party("yonghui", "MARKET"), "dakang");
        created("/api/parties", party("other", "COMPANY"), "dakang");
        created("/api/parties", party("closed", "MARKET"), "dakang");
        done("/api/parties/closed/suspension", "{'reason':'停业'}", "dakang");
        created("/api/products", "{'id':'tomato','kind':'TOMATO','name':{'zh':'西红柿'},'baseUnit':'GRAM'}", "dakang");
        created(
                "/api/products",
                "{'id':'egg','kind':'EGG','name':{'zh':'鸡蛋'},'baseUnit':'PIECE',"
                        + "'packs':[{'name':'tray','contains':30}]}",
                "dakang");
        created("/api/households", "{'id':'H1','village':'dakang'}", "dakang");
        created("/api/households", "{'id':'H2','village':'dakang'}", "dakang");
    }

    private static String party(String id, String kind) {
        return "{'id':'%s','kind':'%s','name':{'zh':'甲'}}".formatted(id, kind);
    }

    /** @param body JSON with single quotes */
    @CanIgnoreReturnValue
    Reply post(String path, String body, String by, String... headers) {
        var all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("X-Party", by));
        return service.post(path, body.replace('\'', '"'), all.toArray(String[]::new));
    }

    @CanIgnoreReturnValue
    Reply created(String path, String body, String by) {
        // The very first party is registered by nobody.
        var reply = head() == 0 ? service.post(path, body.replace('\'', '"')) : post(path, body, by);
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        assertThat(reply.header("Location"))
                .isEqualTo(path + "/" + reply.json().path("id").stringValue());
        return reply;
    }

    @CanIgnoreReturnValue
    Reply done(String path, String body, String by) {
        var reply = post(path, body, by);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply;
    }

    Service service() {
        return service;
    }

    long head() {
        return service.context().getBean(EventLog.class).head();
    }

    String fresh(String prefix) {
        return prefix + ids.incrementAndGet();
    }

    /** A lot of 100 kg of tomatoes. */
    String lot() {
        var id = fresh("T");
        created("/api/lots", lotBody(id), "dakang");
        return id;
    }

    static String lotBody(String id) {
        return "{'id':'%s','origin':'dakang','product':'tomato','quantity':{'amount':0.1,'unit':'TONNE'},".formatted(id)
                + "'producedAt':'2020-05-01T08:00:00+08:00'}";
    }

    /** 40 kg of the lot at 3.60 yuan, logged at 08:00. */
    String logged(String lot) {
        var id = fresh("S");
        created("/api/shipments", shipmentBody(id, lot), "dakang");
        return id;
    }

    static String shipmentBody(String id, String lot) {
        return ("{'id':'%s','origin':'dakang','market':'yonghui','channel':'SUPERMARKET','at':'2020-05-06T08:00:00+08:00',"
                        + "'lines':[{'lot':'%s','quantity':{'amount':40,'unit':'KILOGRAM'},"
                        + "'price':{'fen':360,'per':'KILOGRAM'}}]}")
                .formatted(id, lot);
    }

    String dispatched(String lot) {
        var id = logged(lot);
        done("/api/shipments/" + id + "/dispatch", "{'at':'2020-05-06T09:00:00+08:00','vehicle':'蒙D 12345'}", "dakang");
        return id;
    }

    /** {@code more} are fields of the line, such as {@code ,'short':…}. */
    static String receipt(String lot, int accepted, String more) {
        return "{'at':'2020-05-06T18:00:00+08:00','lines':[{'lot':'%s','accepted':%s%s}]}"
                .formatted(lot, kilograms(accepted), more);
    }

    static String kilograms(int amount) {
        return "{'amount':%d,'unit':'KILOGRAM'}".formatted(amount);
    }

    @Override
    public void close() {
        service.close();
    }
}
