package linxi.query.feed;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A database of a process that dies at its n-th write, before or after it is done, and writes nothing from then on. */
final class CrashingDatabase {
    private static final Set<String> WRITES =
            Set.of("insertOne", "replaceOne", "bulkWrite", "updateOne", "deleteMany", "createIndex", "drop");

    private final MongoDatabase database;
    private final AtomicInteger left;
    private final boolean after;

    private CrashingDatabase(MongoDatabase database, int write, boolean after) {
        this.database = database;
        this.left = new AtomicInteger(write);
        this.after = after;
    }

    /** @param write from 1 */
    static MongoDatabase at(MongoDatabase database, int write, boolean after) {
        var crashing = new CrashingDatabase(database, write, after);
        return proxy(MongoDatabase.class, crashing::onDatabase);
    }

    private @Nullable Object onDatabase(Method method, @Nullable Object[] arguments) throws Throwable {
        var result = call(database, method, arguments);
        return result instanceof MongoCollection<?> collection
                ? proxy(MongoCollection.class, (on, with) -> onCollection(collection, on, with))
                : result;
    }

    private @Nullable Object onCollection(MongoCollection<?> collection, Method method, @Nullable Object[] arguments)
            throws Throwable {
        int now = WRITES.contains(method.getName()) ? left.getAndDecrement() : Integer.MAX_VALUE;
        if (now < 1 || (now == 1 && !after)) {
            throw new FaultyStore.Crash("before " + method.getName());
        }
        var result = call(collection, method, arguments);
        if (now == 1) {
            throw new FaultyStore.Crash("after " + method.getName());
        }
        return result;
    }

    private static @Nullable Object call(Object on, Method method, @Nullable Object[] arguments) throws Throwable {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> call.on(method, arguments)));
    }

    private interface Call {
        @Nullable
        Object on(Method method, @Nullable Object[] arguments) throws Throwable;
    }
}
