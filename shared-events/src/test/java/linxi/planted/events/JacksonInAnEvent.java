package linxi.planted.events;

import tools.jackson.databind.JsonNode;

record JacksonInAnEvent(JsonNode node) {}
