package linxi.events;

import org.jspecify.annotations.Nullable;

/** What people call a party or product, in Chinese and, where known, in English. */
public record Name(String zh, @Nullable String en) {}
