package linxi.command.relay;

import org.jspecify.annotations.Nullable;

/**
 * How the relay is doing.
 *
 * @param position all events up to it are in Kafka
 * @param lag events recorded and not known to be in Kafka
 * @param leading whether this instance has the lease to send; of several one does
 * @param connected whether the last thing asked of Kafka succeeded
 * @param lastError what went wrong last, also when it goes well again; nothing where another leads
 */
public record RelayStatus(
        long position,
        long lag,
        boolean leading,
        boolean connected,
        @Nullable String lastError) {}
