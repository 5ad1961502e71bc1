package linxi.allinone.crash;

import java.util.List;
import java.util.random.RandomGenerator;

/** Commands that must be refused, whatever state the town is in. */
final class Nuisance {
    private Nuisance() {}

    static Command any(RandomGenerator random, Trade trade) {
        var id = trade.number("N");
        var lot =
                "{'id':'%s','origin':'coop-1','product':'egg','quantity':{'amount':%s,'unit':'PIECE'},'producedAt':'2025-01-02T08:00:00+08:00'}";
        return Town.any(
                List.of(
                        Command.of(random, "lots", "coop-1", lot.formatted(id, "-3")),
                        Command.of(random, "lots", "coop-1", lot.formatted(id, "1.5")),
                        Command.of(random, "lots", "", lot.formatted(id, "7")),
                        Command.of(random, "lots", "coop-2", lot.formatted(id, "7")),
                        Command.of(random, "lots", "coop-1", "{'id':"),
                        Command.of(random, "lots/" + id + "/hold", "coop-1", "{'reason':'无'}"),
                        Command.of(random, "shipments/" + id + "/receipts", "market-1", "{'lines':[]}"),
                        Command.of(
                                random, "parties", "coop-1", "{'id':'coop-1','kind':'COOPERATIVE','name':{'zh':'又'}}"),
                        Command.of(random, "settlements/" + id + "/payment", "market-1", "{'reference':'无'}"),
                        Command.of(random, "households", "coop-1", "{'id':'H01','village':'shiertu'}")),
                random);
    }
}
