package linxi.query.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import linxi.access.Role;
import linxi.events.BaseUnit;
import linxi.events.Channel;
import linxi.events.DeductionKind;
import linxi.events.HouseholdStatus;
import linxi.events.IncomePath;
import linxi.events.LotEvent;
import linxi.events.PartyKind;
import linxi.events.ProductKind;
import linxi.events.SettlementEvent;
import linxi.events.ShipmentEvent;
import linxi.events.ShipmentKind;
import linxi.events.wire.EventType;
import linxi.query.importing.run.Stage;
import linxi.query.settlement.SettlementState;
import linxi.query.shipment.ShipmentDocument.Answer;
import linxi.query.shipment.ShipmentState;
import linxi.query.sold.Measure;
import linxi.query.trace.Receipt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** The texts of pages: the same in both languages, and one for every constant that a page may meet. */
class TextsTest {
    /** One a feature. */
    static Stream<String> bundles() {
        var settings = new YamlPropertiesFactoryBean();
        settings.setResources(new ClassPathResource("query-service.yaml"));
        var names = Objects.requireNonNull(settings.getObject()).getProperty("spring.messages.basename");
        return Arrays.stream(names.split(","));
    }

    private static ResourceBundle bundle(String name, Locale language) {
        return ResourceBundle.getBundle(
                name, language, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void areThereInBothLanguages(String name) {
        var chinese = bundle(name, Locale.ROOT);
        var english = bundle(name, Locale.ENGLISH);
        assertThat(english.getLocale()).isEqualTo(Locale.ENGLISH);
        assertThat(chinese.keySet()).isEqualTo(english.keySet());
        for (var key : chinese.keySet()) {
            assertThat(english.getString(key)).as(key).isNotBlank();
            boolean isEnglish = english.getString(key).codePoints().noneMatch(Character::isIdeographic);
            assertThat(isEnglish).as(key).isTrue();
        }
    }

    /** Where two said it, the first file would win unseen. */
    @Test
    void areSaidOnce() {
        assertThat(bundles().flatMap(it -> bundle(it, Locale.ROOT).keySet().stream()))
                .doesNotHaveDuplicates();
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
        add("deduction.", DeductionKind.values(), keys);
        add("path.", IncomePath.values(), keys);
        add("receipt.", Receipt.values(), keys);
        add("produce.", ProductKind.values(), keys);
        add("export.party.", PartyKind.values(), keys);
        add("unit.", BaseUnit.values(), keys);
        add("status.", HouseholdStatus.values(), keys);
        add("export.sold.", Measure.values(), keys);
        add("imports.stage.", Stage.values(), keys);
        EventType.values().stream()
                .filter(it -> Stream.of(ShipmentEvent.class, SettlementEvent.class, LotEvent.class)
                        .anyMatch(family -> family.isAssignableFrom(it.type())))
                .forEach(it -> keys.add("event." + it.name()));
        assertThat(bundles().flatMap(it -> bundle(it, Locale.ROOT).keySet().stream()))
                .containsAll(keys);
    }

    private static void add(String prefix, Enum<?>[] constants, List<String> keys) {
        for (var constant : constants) {
            keys.add(prefix + constant.name());
        }
    }
}
