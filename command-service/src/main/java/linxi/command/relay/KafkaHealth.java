package linxi.command.relay;

import org.springframework.boot.health.contributor.Health;

/** Whether Kafka takes what this instance sends; one that does not send does not know, and does not care. */
final class KafkaHealth {
    private KafkaHealth() {}

    static Health of(Relay relay) {
        var error = relay.pulse().lastError();
        var health = error == null || relay.pulse().isConnected()
                ? Health.up()
                : Health.status(RelayHealth.DELAYED).withDetail("reason", error);
        return health.withDetail(
                        "sending", relay.pulse().isLeading() && relay.pulse().isConnected())
                .build();
    }
}
