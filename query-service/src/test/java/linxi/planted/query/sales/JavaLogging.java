package linxi.planted.query.sales;

import java.util.logging.Logger;

class JavaLogging {
    void say() {
        Logger.getLogger("x").info("y");
    }
}
