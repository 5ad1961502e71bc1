package linxi.allinone.crash;

import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** One line of a shipment as the clerks believe it to be, in base units. */
final class Load {
    final String lot;
    final String unit;
    final long dispatched;
    long accepted;
    long shortage;
    long rejected;
    long lost;
    long over;
    long back;
    long returned;

    Load(String lot, String unit, long dispatched) {
        this.lot = lot;
        this.unit = unit;
        this.dispatched = dispatched;
    }

    long open() {
        return dispatched + over - accepted - shortage - rejected - lost;
    }

    /** A word on this line that settles {@code amount} of what is open, now and then with something over. */
    Word word(RandomGenerator random, long amount, boolean total) {
        var word = new Word(this, total);
        boolean plain = random.nextInt(100) < 60;
        long more = plain || random.nextInt(4) > 0 ? 0 : random.nextLong(1, 20);
        word.over = more;
        word.shortage = plain ? 0 : part(random, amount);
        word.rejected = plain ? 0 : part(random, amount - word.shortage);
        word.lost = plain ? 0 : part(random, amount - word.shortage - word.rejected);
        word.accepted = amount + more - word.shortage - word.rejected - word.lost;
        return word;
    }

    private static long part(RandomGenerator random, long of) {
        return of == 0 || random.nextInt(2) == 0 ? 0 : random.nextLong(of / 2 + 1);
    }

    /** What a receipt adds, or what a correction puts in place. */
    static final class Word {
        private final Load load;
        private final boolean total;
        private long accepted;
        private long shortage;
        private long rejected;
        private long lost;
        private long over;

        private Word(Load load, boolean total) {
            this.load = load;
            this.total = total;
        }

        String json() {
            var fields = new TreeMap<String, Long>();
            fields.put("accepted", accepted);
            fields.put("short", shortage);
            fields.put("rejected", rejected);
            fields.put("lost", lost);
            fields.put("over", over);
            var json = new StringJoiner(",", "{'lot':'" + load.lot + "',", ",'reason':'途中'}");
            fields.forEach((name, amount) -> {
                if (amount > 0 || name.equals("accepted")) {
                    var _ = json.add("'%s':{'amount':%d,'unit':'%s'}".formatted(name, amount, load.unit));
                }
            });
            return json.toString();
        }

        void spoken() {
            load.accepted = accepted + (total ? 0 : load.accepted);
            load.shortage = shortage + (total ? 0 : load.shortage);
            load.rejected = rejected + (total ? 0 : load.rejected);
            load.lost = lost + (total ? 0 : load.lost);
            load.over = over + (total ? 0 : load.over);
        }

        boolean isPlain() {
            return shortage == 0 && rejected == 0 && lost == 0 && over == 0;
        }
    }
}
