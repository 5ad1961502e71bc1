package linxi.planted.allinone;

import java.time.Instant;
import linxi.command.Moment;

class RulesInTheLauncher {
    Moment moment(Instant at) {
        return Moment.stated(at);
    }
}
