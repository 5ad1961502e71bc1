/**
 * The command side's HTTP: reads forms, sends commands, and answers with problems that people can read.
 */
@NullMarked
@CheckReturnValue
package linxi.command.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
