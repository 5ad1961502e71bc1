package linxi.command.axon;

import java.time.LocalDate;
import java.util.List;
import linxi.events.HouseholdKey;

/** A command over many streams for tests: one day of each household, all of them or none. */
record ClaimDay(List<HouseholdKey> households, LocalDate day) {}
