package linxi.command.relay;

import java.util.Collections;
import java.util.List;

/**
 * What is known to be in Kafka.
 *
 * @param position all events up to it are there
 * @param partitions by partition number
 * @param revision of the document that it was read from; 0 before the first
 */
record RelayState(long position, List<Reached> partitions, long revision) {
    RelayState {
        partitions = List.copyOf(partitions);
    }

    /** By partition, the position of the last record in it. */
    List<Long> lasts() {
        return partitions.stream().map(Reached::last).toList();
    }

    static RelayState nothing(int partitions) {
        return new RelayState(0, Collections.nCopies(partitions, Reached.NOTHING), 0);
    }
}
