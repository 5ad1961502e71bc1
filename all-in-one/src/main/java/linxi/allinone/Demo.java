package linxi.allinone;

import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import linxi.allinone.demo.Credentials;
import linxi.allinone.demo.DemoData;
import linxi.allinone.demo.DemoRun;
import linxi.allinone.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code linxi demo}: loads the demonstration data into a running system, through its public HTTP API. */
@Command(name = "demo", description = "Load the demonstration data.", mixinStandardHelpOptions = true)
final class Demo implements Callable<Integer> {
    @Option(names = "--url", paramLabel = "URL", description = "Where it runs (default: http://localhost:8080).")
    private String url = "http://localhost:8080";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Its data folder (default: ~/.linxi), for keys, where it has logins.")
    private Path data = Installation.defaultFolder();

    @Override
    public Integer call() throws InterruptedException {
        var terminal = Terminal.ofThisMachine();
        boolean login;
        try {
            login = DemoRun.asksForLogin(url);
        } catch (IOException nobodyThere) {
            terminal.say("demo.unreachable", url);
            return 1;
        }
        if (!login) {
            return DemoRun.load(DemoData.read(), url, Credentials.NONE, terminal);
        }
        var running = Running.read(data);
        if (running.isEmpty()) {
            terminal.say("demo.nokeys", data);
            return 1;
        }
        try (var client = MongoClients.create(running.get().mongo());
                var keys = new DemoKeys(client.getDatabase(TargetOptions.DATABASE))) {
            return DemoRun.load(DemoData.read(), url, keys, terminal);
        }
    }
}
