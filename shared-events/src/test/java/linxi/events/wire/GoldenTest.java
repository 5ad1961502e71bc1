package linxi.events.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The log is read for ever: every shape that was ever written stays readable, byte for byte. */
class GoldenTest {
    private static final String ADD = "linxi.golden.add";

    @Test
    void everyEventAndVersionHasAGoldenFile() {
        var missing = missing(GoldenFiles.OURS);
        if (Boolean.getBoolean(ADD)) {
            missing.forEach(file -> GoldenFiles.OURS.add(file, written(file)));
            missing = missing(GoldenFiles.OURS);
        }
        assertThat(missing)
                .as(
                        "golden files of new events or versions; add them once with ./mvnw -pl shared-events test"
                                + " -Dtest=GoldenTest -D%s=true and commit them; a file that exists is never changed",
                        ADD)
                .isEmpty();
    }

    @Test
    void noGoldenFileWasEdited() {
        var sums = new TreeMap<String, String>();
        GoldenFiles.OURS.all().forEach((file, json) -> sums.put(file, GoldenFiles.sum(json)));
        assertThat(sums)
                .as("golden files are added, never edited or removed; a change of shape is a new version")
                .isEqualTo(GoldenFiles.OURS.sums());
    }

    @ParameterizedTest
    @MethodSource("current")
    void theCurrentVersionIsWrittenAsItWas(String file) {
        var json = GoldenFiles.OURS.json(file);
        var event = EventJson.read(GoldenFiles.name(file), GoldenFiles.version(file), json);
        assertThat(EventJson.write(event)).isEqualTo(json);
    }

    @ParameterizedTest
    @MethodSource("current")
    void theCurrentVersionIsWhatTheCodeWrites(String file) {
        assertThat(GoldenFiles.OURS.json(file))
                .as("a field was added, renamed or dropped: raise the version in EventType and add an Upcaster")
                .isEqualTo(written(file));
    }

    @ParameterizedTest
    @MethodSource("older")
    void anOlderVersionIsLifted(String file) {
        var name = GoldenFiles.name(file);
        var event = EventJson.read(name, GoldenFiles.version(file), GoldenFiles.OURS.json(file));
        var type = EventType.of(event);
        assertThat(type.name()).isEqualTo(name);
        assertThat(EventJson.read(name, type.version(), EventJson.write(event))).isEqualTo(event);
    }

    @Test
    void aRenamedEventLeavesItsGoldenFileBehind() {
        assertThat(GoldenFiles.OURS.all().keySet().stream()
                        .map(GoldenFiles::name)
                        .distinct())
                .as("an event's name never changes, and no event is ever dropped")
                .containsExactlyInAnyOrderElementsOf(
                        EventType.values().stream().map(EventType::name).toList());
    }

    @Test
    void anExistingFileIsNeverOverwritten(@TempDir Path folder) {
        var files = new GoldenFiles(folder);
        files.add("lot-held.v1.json", "{}");
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> files.add("lot-held.v1.json", "{\"a\":1}"))
                .withCauseInstanceOf(FileAlreadyExistsException.class);
        assertThat(files.all()).containsOnly(Map.entry("lot-held.v1.json", "{}"));
        assertThat(files.sums().get("lot-held.v1.json")).isEqualTo(GoldenFiles.sum("{}"));
    }

    @Test
    void aMissingFileIsSeen(@TempDir Path folder) {
        var files = new GoldenFiles(folder);
        files.add("lot-held.v1.json", "{}");
        assertThat(missing(files))
                .contains("shipment-logged.v1.json", "shipment-logged.v2.json", "shipment-logged.v2.least.json")
                .doesNotContain("lot-held.v1.json", "lot-held.v1.least.json");
    }

    static Stream<String> current() {
        return GoldenFiles.OURS.all().keySet().stream()
                .filter(file -> GoldenFiles.version(file)
                        == EventType.named(GoldenFiles.name(file)).version());
    }

    static Stream<String> older() {
        return GoldenFiles.OURS.all().keySet().stream()
                .filter(file -> GoldenFiles.version(file)
                        < EventType.named(GoldenFiles.name(file)).version());
    }

    private static List<String> missing(GoldenFiles files) {
        var there = files.all();
        var missing = new ArrayList<String>();
        for (var type : EventType.values()) {
            for (int version = 1; version <= type.version(); version++) {
                missing.add(type.name() + ".v" + version + ".json");
            }
            if (Sample.hasNullables(type.type())) {
                missing.add(type.name() + ".v" + type.version() + ".least.json");
            }
        }
        missing.removeAll(there.keySet());
        return missing;
    }

    private static String written(String file) {
        var type = EventType.named(GoldenFiles.name(file));
        if (type.version() != GoldenFiles.version(file)) {
            throw new AssertionError(file + " is of an older version, which today's code cannot write: restore it from"
                    + " the history, or write it by hand from what the log holds");
        }
        return EventJson.write(new Sample(!file.endsWith(".least.json")).of(type));
    }
}
