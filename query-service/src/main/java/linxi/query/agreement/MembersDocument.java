package linxi.query.agreement;

import java.util.SortedMap;
import linxi.events.HouseholdKey;
import linxi.events.IncomePath;

/** The members that one version of an agreement names: at most 20 000 a path, so one version is one document. */
public record MembersDocument(SortedMap<IncomePath, SortedMap<HouseholdKey, Long>> members) {}
