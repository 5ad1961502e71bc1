package linxi.allinone;

import java.util.concurrent.Callable;
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

    @Override
    public Integer call() throws InterruptedException {
        return DemoRun.load(DemoData.read(), url, Terminal.ofThisMachine());
    }
}
