package linxi.planted.command.store;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;

class AxonInTheStore {
    EventMessage<?> message() {
        return GenericEventMessage.asEventMessage("x");
    }
}
