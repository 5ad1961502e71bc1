package linxi.planted.events;

import linxi.planted.events.wire.Wire;

class WireInAnEvent {
    Wire wire() {
        return new Wire();
    }
}
