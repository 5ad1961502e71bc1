package linxi.planted.command.lot;

import java.util.logging.Logger;

class JavaLogging {
    void say() {
        Logger.getLogger("x").info("y");
    }
}
