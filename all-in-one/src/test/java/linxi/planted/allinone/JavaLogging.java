package linxi.planted.allinone;

import java.util.logging.Logger;

class JavaLogging {
    void say() {
        Logger.getLogger("x").info("y");
    }
}
