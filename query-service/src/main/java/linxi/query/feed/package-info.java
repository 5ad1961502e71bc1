/**
 * From Kafka into documents, exactly once per document: the consumer, the fold, the fenced writes, the offsets, and how
 * far everything is folded.
 */
@NullMarked
@CheckReturnValue
package linxi.query.feed;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
