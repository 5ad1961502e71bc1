package linxi.allinone.crash;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** When the process ends: all but the last by SIGKILL. */
enum Kill {
    UNDER_LOAD(40),
    WHILE_THE_FEED_IS_BEHIND(20),
    WHILE_STARTING(15),
    JUST_READY(10),
    WHILE_STOPPING(8),
    /** By SIGTERM, and what it takes. */
    STOPPED(0);

    private static final int KILLS_A_STOP = 15;

    private final int weight;

    Kill(int weight) {
        this.weight = weight;
    }

    /**
     * So many kills, each kind in the first of them, then by weight; the first under load, because there is no other work
     * to lose. Stops come on top, one at least, anywhere but first.
     */
    static List<Kill> plan(int kills, Random random) {
        var plan = new ArrayList<>(List.of(WHILE_THE_FEED_IS_BEHIND, WHILE_STARTING, JUST_READY, WHILE_STOPPING));
        Collections.shuffle(plan, random);
        plan.addFirst(UNDER_LOAD);
        var urn = new ArrayList<Kill>();
        for (var kill : values()) {
            urn.addAll(Collections.nCopies(kill.weight, kill));
        }
        while (plan.size() < kills) {
            plan.add(urn.get(random.nextInt(urn.size())));
        }
        plan.subList(kills, plan.size()).clear();
        for (int stops = 1 + kills / KILLS_A_STOP; stops > 0; stops--) {
            plan.add(1 + random.nextInt(plan.size()), STOPPED);
        }
        return List.copyOf(plan);
    }
}
