package linxi.allinone.crash;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** When the process ends, and how. */
enum Kill {
    UNDER_LOAD(40),
    WHILE_THE_FEED_IS_BEHIND(20),
    WHILE_STARTING(15),
    JUST_READY(10),
    WHILE_STOPPING(8),
    /** SIGTERM, and what it takes. */
    STOPPED(7);

    private final int weight;

    Kill(int weight) {
        this.weight = weight;
    }

    /** Each kind in the first rounds, then by weight; the first under load, because there is no other work to lose. */
    static List<Kill> plan(int rounds, Random random) {
        var plan = new ArrayList<>(List.of(WHILE_THE_FEED_IS_BEHIND, WHILE_STARTING, JUST_READY, STOPPED));
        Collections.shuffle(plan, random);
        plan.addFirst(UNDER_LOAD);
        var urn = new ArrayList<Kill>();
        for (var kill : values()) {
            urn.addAll(Collections.nCopies(kill.weight, kill));
        }
        while (plan.size() < rounds) {
            plan.add(urn.get(random.nextInt(urn.size())));
        }
        return List.copyOf(plan.subList(0, rounds));
    }
}
