package linxi.query.screen.live;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code linxi.live}.
 *
 * @param most who may listen at once
 * @param look how often is looked for what others have folded; changes are told no more often
 * @param beat after so much silence a sign of life
 * @param longest how long one may listen before he has to come again, and is judged again
 */
@ConfigurationProperties("linxi.live")
record LiveSettings(
        @DefaultValue("500") int most,
        @DefaultValue("500ms") Duration look,
        @DefaultValue("15s") Duration beat,
        @DefaultValue("55s") Duration longest) {}
