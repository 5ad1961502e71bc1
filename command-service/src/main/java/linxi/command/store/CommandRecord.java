package linxi.command.store;

/**
 * What is kept of a command so that sending it again gets the first answer.
 *
 * @param key the idempotency key, a UUID
 * @param request SHA-256 in hex of method, path, acting party and body
 * @param status the HTTP status answered
 */
public record CommandRecord(String key, String request, int status, String location, String id) {}
