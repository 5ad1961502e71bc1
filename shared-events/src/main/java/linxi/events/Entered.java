package linxi.events;

import java.math.BigDecimal;

/** What the clerk typed ("12 箱", "3 吨"), kept beside the base amount: a number and the name of a unit or pack. */
public record Entered(BigDecimal amount, String unit) {}
