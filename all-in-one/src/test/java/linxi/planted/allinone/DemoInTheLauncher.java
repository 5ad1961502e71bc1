package linxi.planted.allinone;

import linxi.planted.allinone.demo.Plan;

/** The launcher that knows a demonstration that knows the launcher. */
public class DemoInTheLauncher {
    Plan plan() {
        return new Plan();
    }
}
