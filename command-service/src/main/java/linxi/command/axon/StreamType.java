package linxi.command.axon;

import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import linxi.events.Event;

/**
 * How the streams of one type become a state.
 *
 * @param name the type in {@code StreamId}
 * @param initial the state before the first event
 * @param fold the state after one more event; never refuses
 * @param weight roughly how many things a state remembers, for the bound of the cache
 */
record StreamType(String name, Object initial, BiFunction<Object, Event, Object> fold, ToIntFunction<Object> weight) {

    /** A type whose events are of class {@code family}; any other event in such a stream is an error of the program. */
    static <S, E extends Event> StreamType of(
            String name, Class<S> state, S initial, Class<E> family, BiFunction<S, E, S> after) {
        return new StreamType(
                name, initial, (before, event) -> after.apply(state.cast(before), family.cast(event)), _ -> 1);
    }

    /** The same with states that may be large. */
    <S> StreamType weighing(Class<S> state, ToIntFunction<S> things) {
        return new StreamType(name, initial, fold, held -> 1 + things.applyAsInt(state.cast(held)));
    }
}
