package linxi.query.screen.label;

import java.util.List;

/**
 * What one label says.
 *
 * @param address of the trace page, in the code
 * @param code the same for people, who type it
 * @param title the produce
 * @param facts from where, how much, when, to where
 */
record Label(String address, String code, String title, List<String> facts) {}
