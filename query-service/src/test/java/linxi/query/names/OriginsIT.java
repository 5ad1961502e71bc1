package linxi.query.names;

import static linxi.query.Story.kilograms;
import static linxi.query.Story.party;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import linxi.embedded.EmbeddedMongo;
import linxi.events.Event;
import linxi.events.LotEvent.LotCommissioned;
import linxi.events.LotId;
import linxi.events.PartyId;
import linxi.events.PartyKind;
import linxi.query.Story;
import linxi.query.feed.Replay;
import linxi.query.lot.LotDocument;
import linxi.query.lot.LotProjection;
import linxi.query.mongo.View;
import linxi.query.mongo.Views;
import linxi.query.party.PartyProjection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An id alone: what it stands for is found, and in the usual case by what every server has an index for. */
class OriginsIT {
    private static final PartyId EAST = new PartyId("east");
    private static final PartyId WEST = new PartyId("west");

    private final EmbeddedMongo mongo = EmbeddedMongo.inMemory();
    private final List<Set<String>> filters = Collections.synchronizedList(new ArrayList<>());
    private final MongoClient client = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(mongo.uri()))
            .addCommandListener(new CommandListener() {
                @Override
                public void commandStarted(CommandStartedEvent event) {
                    var command = event.getCommand();
                    if (command.containsKey("find")
                            && command.getString("find").getValue().contains("lot")) {
                        filters.add(command.getDocument("filter").keySet());
                    }
                }
            })
            .build());
    private final MongoDatabase database = client.getDatabase("linxi");
    private final Views views = new Views(database);
    private final Replay replay = Replay.into(database, new PartyProjection(), new LotProjection());
    private final View<LotDocument> lots = new LotProjection().view(views);
    private final Register register = new Register(views);

    @AfterEach
    void stop() {
        client.close();
        mongo.close();
    }

    @Test
    void whatThereIsIsFoundWithoutAScan() {
        fold(party(WEST, PartyKind.COOPERATIVE, null), lot(WEST, "L1"));
        assertThat(origin("L1")).isEqualTo(WEST);
        assertThat(filters).containsExactly(Set.of("_id"));
    }

    @Test
    void ofTwoThatChoseTheSameIdTheFirstByOrigin() {
        fold(party(WEST, PartyKind.COOPERATIVE, null), party(EAST, PartyKind.COOPERATIVE, null));
        fold(lot(WEST, "L1"), lot(EAST, "L1"));
        assertThat(origin("L1")).isEqualTo(EAST);
    }

    @Test
    void whatIsOfNobodyKnownYetIsFoundToo() {
        fold(party(WEST, PartyKind.COOPERATIVE, null));
        assertThat(origin("L1")).isNull();
        fold(party(EAST, PartyKind.COOPERATIVE, null), lot(EAST, "L1"));
        assertThat(origin("L1")).isEqualTo(EAST);
    }

    @Test
    void ofManyPartiesNoneIsNamed() {
        fold(IntStream.range(0, 101)
                .mapToObj(i -> party(new PartyId("coop-" + i), PartyKind.COOPERATIVE, null))
                .toArray(Event[]::new));
        fold(lot(new PartyId("coop-7"), "L1"));
        assertThat(origin("L1")).isEqualTo(new PartyId("coop-7"));
        assertThat(filters).containsExactly(Set.of("i"));
    }

    private @Nullable PartyId origin(String lot) {
        filters.clear();
        var found = register.anywhere(lots, lot);
        return found == null ? null : found.origin();
    }

    private void fold(Event... events) {
        var _ = replay.fold(events);
    }

    private static LotCommissioned lot(PartyId origin, String id) {
        return new LotCommissioned(
                new LotId(id), origin, Story.TOMATO, kilograms(1), null, List.of(), Story.AT, Story.AT);
    }
}
