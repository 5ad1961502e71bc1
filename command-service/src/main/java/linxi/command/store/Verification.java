package linxi.command.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check of the log found.
 *
 * @param position of the last event that was read
 * @param hash of the last commit that was read: kept elsewhere, it proves later that nothing was cut off
 * @param damages the first of them in position order
 * @param found how many there are, of which {@code damages} are the first hundred
 */
public record Verification(long commits, long position, String hash, List<Damage> damages, long found) {
    public Verification {
        damages = List.copyOf(damages);
    }

    public boolean isSound() {
        return found == 0;
    }

    /** The first position that is not what was written; null if all is well. */
    public @Nullable Long damagedAt() {
        return damages.isEmpty() ? null : damages.getFirst().position();
    }

    /** The first damage in words; null if all is well. */
    public @Nullable String damage() {
        return damages.isEmpty() ? null : damages.getFirst().what();
    }
}
