package linxi.allinone.crash;

import java.util.UUID;
import java.util.random.RandomGenerator;

/** One command as it goes over the wire; sent again, it is the same to the byte. Nobody acts where the party is empty. */
record Command(UUID key, String path, String party, String body) {
    /** Bodies may use single quotes. */
    static Command of(RandomGenerator random, String path, String party, String body) {
        return new Command(
                new UUID(random.nextLong(), random.nextLong()), "/api/" + path, party, body.replace('\'', '"'));
    }

    /** Another request under the same key. */
    Command withBody(String other) {
        return new Command(key, path, party, other);
    }

    Command withKey(UUID other) {
        return new Command(other, path, party, body);
    }
}
