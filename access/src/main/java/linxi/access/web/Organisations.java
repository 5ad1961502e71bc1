package linxi.access.web;

import linxi.events.PartyId;

/** The parties that there are, as the service that has these endpoints knows them. */
@FunctionalInterface
public interface Organisations {
    boolean exists(PartyId party);
}
