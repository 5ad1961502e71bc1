package linxi.allinone;

import picocli.CommandLine.Command;

/** {@code linxi feed}: what the read models could not take in, and how to have it read again. */
@Command(
        name = "feed",
        description = "Show what is parked because it could not be folded, or have it read again.",
        mixinStandardHelpOptions = true,
        subcommands = {FeedStatus.class, FeedRetry.class})
final class Feed {}
