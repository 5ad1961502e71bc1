package linxi.planted.allinone.demo;

import linxi.events.Money;
import linxi.planted.allinone.DemoInTheLauncher;

/** A demonstration that knows more than HTTP. */
public class Plan {
    Money money() {
        return Money.ZERO;
    }

    DemoInTheLauncher launcher() {
        return new DemoInTheLauncher();
    }
}
