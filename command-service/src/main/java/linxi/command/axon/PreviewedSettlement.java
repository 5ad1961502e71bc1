package linxi.command.axon;

import linxi.command.settlement.Preview;
import linxi.events.Name;
import org.jspecify.annotations.Nullable;

/** A preview with what people call its two sides. */
public record PreviewedSettlement(
        Preview preview,
        @Nullable Name originName,
        @Nullable Name marketName) {}
