package linxi.allinone.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** What is registered once, in this order, before the clerks begin. */
final class Founding {
    private static final String ALL_PATHS =
            "{'ORDER_PURCHASE':6100,'WAGE':1500,'LAND_TRANSFER':901,'ASSET_RENT':499,'DIVIDEND':700,'TRADE_HAULAGE':300}";
    private static final String MEMBERS = """
            {'WAGE':{'H01':3,'H02':5,'H03':7},'LAND_TRANSFER':{'H04':1,'H05':1,'H06':1},'ASSET_RENT':{'H07':1},
             'DIVIDEND':{'H08':1,'H09':1,'H10':1,'H11':1,'H12':1,'H13':1,'H14':1},'TRADE_HAULAGE':{'H15':0,'H16':9}}""";

    private final RandomGenerator random;
    private final List<Command> commands = new ArrayList<>();

    private Founding(RandomGenerator random) {
        this.random = random;
    }

    static List<Command> commands(RandomGenerator random) {
        var founding = new Founding(random);
        founding.parties();
        founding.products();
        founding.households();
        founding.agreements();
        return founding.commands;
    }

    private void parties() {
        var nobody = "";
        for (var origin : Town.ORIGINS) {
            add(
                    "parties",
                    nobody,
                    "{'id':'%s','kind':'COOPERATIVE','name':{'zh':'合作社%s','en':'The %s'}}"
                            .formatted(origin, origin, origin));
            nobody = Town.ORIGINS.getFirst();
        }
        for (var market : Town.MARKETS) {
            add("parties", nobody, "{'id':'%s','kind':'MARKET','name':{'zh':'市场'},'region':'CN-BJ'}".formatted(market));
        }
        add("parties", nobody, "{'id':'village-2','kind':'VILLAGE','name':{'zh':'村'},'district':'临西'}");
        add("parties", nobody, "{'id':'carrier-1','kind':'CARRIER','name':{'zh':'车队'}}");
        add("parties/carrier-1/suspension", nobody, "{'reason':'停业'}");
    }

    private void products() {
        var someone = Town.ORIGINS.getFirst();
        add(
                "products",
                someone,
                "{'id':'egg','kind':'EGG','name':{'zh':'鸡蛋'},'baseUnit':'PIECE','packs':[{'name':'托','contains':30}]}");
        add(
                "products",
                someone,
                "{'id':'tomato','kind':'TOMATO','name':{'zh':'西红柿','en':'Tomato'},'brand':'临西','baseUnit':'GRAM'}");
        add("products", someone, "{'id':'beef','kind':'BEEF','name':{'zh':'牛肉'},'baseUnit':'GRAM'}");
    }

    /** Of two villages, one of which is no party of ours; some with a status, the others with none known. */
    private void households() {
        int number = 0;
        for (var household : Town.HOUSEHOLDS) {
            var village = number % 2 == 0 ? "shiertu" : "village-2";
            var status = number % 3 == 0 ? ",'status':'REGISTERED_POOR','statusFrom':'2024-01-01'" : "";
            add(
                    "households",
                    Town.ORIGINS.getFirst(),
                    "{'id':'%s','village':'%s'%s}".formatted(household, village, status));
            number++;
        }
    }

    /** All paths; a path without members; one path only; one that is over; and beef, and everything of the last origin, with nobody. */
    private void agreements() {
        agreement("coop-1", ALL_PATHS, MEMBERS);
        agreement("coop-2", ALL_PATHS, MEMBERS);
        agreement(
                "coop-3",
                "{'ORDER_PURCHASE':5000,'WAGE':3333,'DIVIDEND':1667}",
                "{'DIVIDEND':{'H20':1,'H21':1,'H22':1}}");
        agreement("coop-4", "{'ORDER_PURCHASE':10000}", "{}");
        add(
                "agreements",
                "coop-5",
                "{'id':'A-coop-5','origin':'coop-5','products':['beef'],'validFrom':'2024-01-01','paths':{'ORDER_PURCHASE':10000}}");
        add("agreements/A-coop-5/end", "coop-5", "{'validTo':'2024-06-30'}");
    }

    private void agreement(String origin, String paths, String members) {
        add("agreements", origin, """
                {'id':'A-%s','origin':'%s','products':['egg','tomato'],'validFrom':'2025-01-01','paths':%s,'members':%s}""".formatted(origin, origin, paths, members));
    }

    private void add(String path, String party, String body) {
        commands.add(Command.of(random, path, party, body));
    }
}
