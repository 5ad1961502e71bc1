package linxi.access.session;

import java.time.Instant;

/**
 * Somebody logged in.
 *
 * @param id what is kept of the token
 * @param generation of the account when it began
 * @param ends at the latest
 */
public record Session(String id, String account, long generation, Instant began, Instant seen, Instant ends) {}
