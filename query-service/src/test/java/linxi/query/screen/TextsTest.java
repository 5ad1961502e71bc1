package linxi.query.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import linxi.access.Role;
import linxi.events.Channel;
import linxi.events.SettlementEvent.GoodsReturned;
import linxi.events.ShipmentEvent;
import linxi.events.ShipmentKind;
import linxi.events.wire.EventType;
import linxi.query.settlement.SettlementState;
import linxi.query.shipment.ShipmentDocument.Answer;
import linxi.query.shipment.ShipmentState;
import org.junit.jupiter.api.Test;

/** The texts of pages: the same in both languages, and one for every constant that a page may meet. */
class TextsTest {
    private static final ResourceBundle CHINESE = bundle(Locale.ROOT);
    private static final ResourceBundle ENGLISH = bundle(Locale.ENGLISH);

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                "screens/texts",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    @Test
    void areThereInBothLanguages() {
        assertThat(ENGLISH.getLocale()).isEqualTo(Locale.ENGLISH);
        for (var key : CHINESE.keySet()) {
            assertThat(ENGLISH.getString(key)).as(key).isNotBlank();
            boolean isEnglish = ENGLISH.getString(key).codePoints().noneMatch(Character::isIdeographic);
            assertThat(isEnglish).as(key).isTrue();
        }
        assertThat(CHINESE.keySet()).isEqualTo(ENGLISH.keySet());
    }

    @Test
    void areThereForEveryConstant() {
        var keys = new ArrayList<String>();
        add("state.", ShipmentState.values(), keys);
        add("kind.", ShipmentKind.values(), keys);
        add("channel.", Channel.values(), keys);
        add("settlement.", SettlementState.values(), keys);
        add("answer.", Answer.values(), keys);
        add("role.", Role.values(), keys);
        EventType.values().stream()
                .filter(it -> ShipmentEvent.class.isAssignableFrom(it.type()) || it.type() == GoodsReturned.class)
                .forEach(it -> keys.add("event." + it.name()));
        assertThat(CHINESE.keySet()).containsAll(keys);
    }

    private static void add(String prefix, Enum<?>[] constants, List<String> keys) {
        for (var constant : constants) {
            keys.add(prefix + constant.name());
        }
    }
}
