package linxi.command.attribution;

import java.util.Comparator;
import linxi.events.AgreementId;
import linxi.events.IncomePath;
import linxi.events.StreamId;

/** Carries are kept per agreement and path, over all its versions and products. */
public record CarryKey(AgreementId agreement, IncomePath path) implements Comparable<CarryKey> {
    private static final Comparator<CarryKey> ORDER =
            Comparator.comparing((CarryKey key) -> key.agreement().value()).thenComparing(CarryKey::path);

    public StreamId stream() {
        return StreamId.carry(agreement, path);
    }

    @Override
    public int compareTo(CarryKey other) {
        return ORDER.compare(this, other);
    }
}
