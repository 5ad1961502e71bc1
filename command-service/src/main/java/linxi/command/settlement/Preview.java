package linxi.command.settlement;

import linxi.command.attribution.Attributed;
import linxi.events.SettlementEvent.SettlementOpened;

/** What a settlement would be after both sides agreed to it; nothing is recorded. */
public record Preview(SettlementOpened opened, Attributed attributed) {}
