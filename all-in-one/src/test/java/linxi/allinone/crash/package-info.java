/**
 * Promise: kill -9 at any moment loses nothing, doubles nothing, leaves nothing half. Clerks work over HTTP while the
 * process is killed again and again; then the log is held against what they were answered, and every read model
 * against a rebuild and against books kept here, from the lines of the log, without any code of the services.
 */
@NullMarked
@CheckReturnValue
package linxi.allinone.crash;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
