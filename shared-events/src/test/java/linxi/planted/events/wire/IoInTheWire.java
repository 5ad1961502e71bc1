package linxi.planted.events.wire;

import java.nio.file.Files;
import java.nio.file.Path;

class IoInTheWire {
    boolean there(Path file) {
        return Files.exists(file);
    }
}
