/** Pages in a real browser. */
@NullMarked
package linxi.allinone.browser;

import org.jspecify.annotations.NullMarked;
