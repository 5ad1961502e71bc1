package linxi.command.attribution;

import linxi.events.Money;
import linxi.events.SettlementEvent.LineRef;

/** A shipment line and the gross that is shared (or taken back) for it; not negative. */
public record GrossLine(LineRef line, Money gross) {}
