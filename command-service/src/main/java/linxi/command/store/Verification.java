package linxi.command.store;

import org.jspecify.annotations.Nullable;

/**
 * What a check of the whole log found.
 *
 * @param position of the last event that is proven; what was checked ends there
 * @param hash of the last commit that is proven: kept elsewhere, it proves later that nothing was cut off
 * @param damagedAt the first position that is not what was written; null if all is well
 * @param damage in words
 */
public record Verification(
        long commits,
        long position,
        String hash,
        @Nullable Long damagedAt,
        @Nullable String damage) {

    public boolean isSound() {
        return damagedAt == null;
    }
}
