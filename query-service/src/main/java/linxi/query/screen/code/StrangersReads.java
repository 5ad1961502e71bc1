package linxi.query.screen.code;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Optional;
import linxi.edge.http.Admission;
import linxi.query.trace.Trace;
import linxi.query.trace.TraceCode;
import linxi.query.web.Reads;
import org.springframework.stereotype.Component;

/** Reads for whoever is not logged in, few at once: however many ask, people at work find room for theirs. */
@Component
class StrangersReads implements MeterBinder {
    private static final int AT_ONCE = 8;

    private final Admission admission = new Admission("linxi.traces.in.hand", AT_ONCE);
    private final Reads reads;

    StrangersReads(Reads reads) {
        this.reads = reads;
    }

    /** @throws linxi.edge.http.Crowded where as many as may be are in hand */
    Optional<Trace> find(TraceCode code) {
        return admission.run(() -> reads.read(answers -> answers.traces().find(code)));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        admission.bindTo(registry);
    }
}
