package io.stockpile.pipeline.run;

import io.stockpile.pipeline.run.workers.ArchivePipeline;
import io.stockpile.pipeline.text.HumanText;
import io.stockpile.pipeline.unit.JobResult;
import io.stockpile.pipeline.unit.UnitWork;
import io.stockpile.pipeline.unit.WorkerSettings;
import java.io.PrintStream;
import java.util.List;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * A job that is written as a template, for a runner to launch after this process has ended. The job
 * itself then compares the planned units with the outcomes, and fails if a unit did.
 */
final class HandedOverJob {
  private final PipelineOptions options;
  private final PrintStream out;

  /**
   * @param out receives the summary
   */
  HandedOverJob(PipelineOptions options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  /** Whether the options ask for a template. */
  static boolean isAskedFor(PipelineOptions options) {
    String location = options.as(TemplateOptions.class).getTemplateLocation();
    return location != null && !location.isEmpty();
  }

  /**
   * Writes the template, also for a job without units, because the launcher waits for it.
   *
   * @param asked what was asked for, as messages say it
   * @param root the archive's location as the user wrote it
   */
  JobResult write(String asked, String root, List<UnitWork> work, WorkerSettings settings) {
    ArchivePipeline.unattended(options, work, settings).run();
    out.println(
        asked
            + " in "
            + root
            + ": a job of "
            + HumanText.count(work.size(), "unit")
            + " is written to "
            + options.as(TemplateOptions.class).getTemplateLocation()
            + ". Nothing has run yet; when it has, `status` says what the archive holds.");
    return JobResult.COMPLETE;
  }
}
