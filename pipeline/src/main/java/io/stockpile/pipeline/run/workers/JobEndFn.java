package io.stockpile.pipeline.run.workers;

import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.ObjectStores;
import io.stockpile.pipeline.summary.RunSummary;
import io.stockpile.pipeline.unit.JobResult;
import io.stockpile.pipeline.unit.UnitOutcome;
import io.stockpile.pipeline.unit.UnitWork;
import io.stockpile.pipeline.unit.WorkerSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last step of a job that no driver waits for. It compares the planned units with the outcomes,
 * writes the summary to the log, and fails the job if a unit failed or was refused.
 */
final class JobEndFn extends DoFn<Integer, Void> {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(JobEndFn.class);

  private final WorkerSettings settings;
  private final List<UnitWork> work;

  JobEndFn(WorkerSettings settings, List<UnitWork> work) {
    this.settings = settings;
    this.work = new ArrayList<>(work);
  }

  @ProcessElement
  public void process() throws IOException {
    try (ObjectStore store = ObjectStores.open(settings.output())) {
      OutcomeFiles files = new OutcomeFiles(store, settings.run());
      List<UnitOutcome> outcomes = new ArrayList<>();
      for (UnitWork unit : work) {
        outcomes.add(
            files
                .read(unit.unit())
                .orElseGet(
                    () ->
                        new UnitOutcome.FailedUnit(
                            unit.unit(), "no worker told how it ended. Run again.")));
      }
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      JobResult result =
          new RunSummary(new PrintStream(text, true, StandardCharsets.UTF_8), settings::aboutAbsent)
              .print("This job", store.root(), outcomes, Duration.ZERO);
      String summary = text.toString(StandardCharsets.UTF_8).strip();
      if (result == JobResult.FAILED || result == JobResult.REFUSED) {
        // The outcomes are not removed: the runner repeats a failed step, which must find them
        // again.
        throw new IOException(summary);
      }
      LOG.info("{}", summary);
      files.deleteAll();
    }
  }
}
