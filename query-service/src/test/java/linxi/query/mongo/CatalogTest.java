package linxi.query.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CatalogTest {
    private static final Catalog FIRST = Catalog.first(List.of("lot", "sales"));

    @Test
    void beginsWithTheFirstGenerationOfEach() {
        assertThat(FIRST.serving().epoch()).isEqualTo(1);
        assertThat(FIRST.serving().collection("lot")).isEqualTo("view_lot");
        assertThatThrownBy(() -> FIRST.serving().collection("party")).isInstanceOf(NotServed.class);
    }

    @Test
    void servesWhatWasBuiltBesideTheRest() {
        var swapped = FIRST.build(List.of("lot")).swap(Set.of());

        assertThat(swapped.serving()).isEqualTo(new Generations(3, new TreeMap<>(Map.of("lot", 2L, "sales", 1L))));
        assertThat(swapped.serving().collection("lot")).isEqualTo("view_lot_2");
        assertThat(swapped.building()).isNull();
        assertThat(swapped.superseded())
                .containsExactly(new Catalog.Superseded(1, List.of("view_lot")), new Catalog.Superseded(2, List.of()));
    }

    @Test
    void neverUsesAnEpochOrAGenerationTwice() {
        var abandoned = FIRST.build(List.of("lot")).abandon();
        assertThat(abandoned.serving()).isEqualTo(FIRST.serving());
        assertThat(abandoned.superseded())
                .contains(new Catalog.Superseded(2, List.of("view_lot_2")), new Catalog.Superseded(3, List.of()));

        var again = abandoned.without(abandoned.superseded()).build(List.of("lot"));
        assertThat(again.superseded()).isEmpty();
        assertThat(again.building()).isEqualTo(new Generations(4, new TreeMap<>(Map.of("lot", 4L))));
        assertThat(again.nextEpoch()).isEqualTo(5);
        assertThat(again.swap(Set.of()).build(List.of("sales")).nextEpoch()).isEqualTo(7);
    }

    @Test
    void givesUpWhatIsRetired() {
        var swapped = FIRST.build(List.of("lot", "party")).swap(Set.of("sales"));
        assertThat(swapped.serving().of()).containsOnlyKeys("lot", "party");
        assertThat(swapped.superseded()).contains(new Catalog.Superseded(1, List.of("view_lot", "view_sales")));
    }

    @Test
    void buildsOneThingAtATime() {
        var building = FIRST.build(List.of("lot"));
        assertThatThrownBy(() -> building.build(List.of("sales"))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> FIRST.swap(Set.of())).isInstanceOf(IllegalStateException.class);
    }
}
