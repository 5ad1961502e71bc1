package linxi.allinone;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One lot of eggs on its whole way, and what every kind of read model then says of it. */
record Sale(Client client) {
    private static final List<String> QUESTIONS = List.of(
            "/api/parties",
            "/api/products",
            "/api/households/H1",
            "/api/households/H1/income",
            "/api/households/H2/income",
            "/api/agreements/A1",
            "/api/lots/L1",
            "/api/shipments/SH1",
            "/api/settlements/S1");

    /**
     * Up to an agreed settlement, so that every kind of read model has something.
     *
     * @return the position of the last event
     */
    @CanIgnoreReturnValue
    long play() {
        client.postAsNobody("/api/parties", "{'id':'coop','kind':'COOPERATIVE','name':{'zh':'合作社'}}");
        client.record("/api/parties", "coop", "{'id':'market','kind':'MARKET','name':{'zh':'新发地'},'region':'CN-BJ'}");
        client.record("/api/products", "coop", "{'id':'egg','kind':'EGG','name':{'zh':'鸡蛋'},'baseUnit':'PIECE'}");
        for (var household : List.of("H1", "H2")) {
            client.record("/api/households", "coop", "{'id':'" + household + "','village':'V1'}");
        }
        client.record("/api/agreements", "coop", """
                {'id':'A1','origin':'coop','products':['egg'],'validFrom':'2020-01-01','paths':{'ORDER_PURCHASE':10000}}""");
        client.record("/api/lots", "coop", """
                {'id':'L1','origin':'coop','product':'egg','quantity':{'amount':600,'unit':'PIECE'},
                 'producedAt':'2020-05-01T06:00:00+08:00','contributions':[
                   {'household':'H1','quantity':{'amount':400,'unit':'PIECE'}},
                   {'household':'H2','quantity':{'amount':200,'unit':'PIECE'}}]}""");
        client.record("/api/shipments", "coop", """
                {'id':'SH1','origin':'coop','market':'market','channel':'SUPERMARKET','at':'2020-05-01T08:00:00+08:00',
                 'lines':[{'lot':'L1','quantity':{'amount':600,'unit':'PIECE'},'price':{'fen':70,'per':'PIECE'}}]}""");
        client.record("/api/shipments/SH1/dispatch", "coop", "{'at':'2020-05-01T10:00:00+08:00'}");
        client.record("/api/shipments/SH1/receipts", "market", """
                {'lines':[{'lot':'L1','accepted':{'amount':600,'unit':'PIECE'}}],'at':'2020-05-02T06:00:00+08:00'}""");
        client.record("/api/settlements", "coop", """
                {'id':'S1','origin':'coop','market':'market','shipments':['SH1'],'at':'2020-05-31T10:00:00+08:00'}""");
        long position = client.record("/api/settlements/S1/agreement", "market", "{'at':'2020-05-31T15:00:00+08:00'}");
        answered(position);
        return position;
    }

    /** The events, and the answer to each question. */
    @CanIgnoreReturnValue
    Map<String, String> answered(long atLeast) {
        var answers = new LinkedHashMap<String, String>();
        answers.put("/api/events", String.join("\n", client.events(0)));
        for (var question : QUESTIONS) {
            answers.put(question, client.get(question + "?atLeast=" + atLeast).toString());
        }
        return answers;
    }
}
