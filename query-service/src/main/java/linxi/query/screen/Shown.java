package linxi.query.screen;

/**
 * A figure as people read it.
 *
 * @param text short, such as 864 万元
 * @param full to the last fen or gram, for whoever points at it
 */
public record Shown(String text, String full) {}
