/** The contract of the event log, proven on the embedded server and, where Docker is, on MongoDB itself. */
@NullMarked
package linxi.command.store;

import org.jspecify.annotations.NullMarked;
