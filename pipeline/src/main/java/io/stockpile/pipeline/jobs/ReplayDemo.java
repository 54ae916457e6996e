package io.stockpile.pipeline.jobs;

import io.stockpile.connectors.Minutes;
import io.stockpile.connectors.credentials.CredentialsReference;
import io.stockpile.connectors.replay.ReplaySettings;
import io.stockpile.connectors.replay.units.MinuteRange;
import io.stockpile.connectors.replay.units.ReplayStream;
import io.stockpile.connectors.replay.units.ReplayUnit;
import io.stockpile.connectors.replay.units.StreamType;
import io.stockpile.connectors.store.ObjectStore;
import io.stockpile.connectors.store.ObjectStores;
import io.stockpile.connectors.store.StoreLocation;
import io.stockpile.pipeline.derive.DeriveSettings;
import io.stockpile.pipeline.inventory.OnExisting;
import io.stockpile.pipeline.manifest.ManifestContent;
import io.stockpile.pipeline.manifest.ManifestStore;
import io.stockpile.pipeline.run.JobContext;
import io.stockpile.pipeline.run.RunArgs;
import io.stockpile.pipeline.run.UsageException;
import io.stockpile.pipeline.sources.replay.ReplayAccess;
import io.stockpile.pipeline.sources.replay.ReplayArgs;
import io.stockpile.pipeline.sources.replay.ReplayJob;
import io.stockpile.pipeline.text.HumanText;
import io.stockpile.pipeline.text.TextTable;
import io.stockpile.pipeline.unit.JobResult;
import io.stockpile.simulated.ReplayFault;
import io.stockpile.simulated.SimulatedReplay;
import io.stockpile.simulated.data.SimulatedTweets;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Runs {@code replay} against a simulated service in the process that leaves two gaps. */
final class ReplayDemo {
  private static final ReplayStream STREAM =
      new ReplayStream(StreamType.POWERTRACK, "simulated", "prod");
  private static final Duration LENGTH = Duration.ofMinutes(20);
  private static final int PER_MINUTE = 60;
  private static final int CUT_AFTER = 11 * PER_MINUTE + 20;
  private static final Duration FAILED = Duration.ofMinutes(15);

  private final StoreLocation output;
  private final JobContext context;

  /**
   * @param context its environment has the simulated service's credentials
   */
  ReplayDemo(StoreLocation output, JobContext context) {
    this.output = output;
    this.context = context;
  }

  JobResult run(CredentialsReference credentials) throws IOException, UsageException {
    Clock clock = context.surroundings().clock();
    // Of yesterday, because Replay has five days only; the same for as long as it is yesterday.
    Instant noon = clock.instant().truncatedTo(ChronoUnit.DAYS).minus(Duration.ofHours(12));
    MinuteRange range = new MinuteRange(noon, noon.plus(LENGTH));
    SimulatedTweets tweets = new SimulatedTweets(SimulatedTweets.Form.ACTIVITY_STREAMS, PER_MINUTE);
    try (SimulatedReplay replay = SimulatedReplay.start(clock, tweets)) {
      replay.rule(STREAM.account(), STREAM.label(), "$STCK lang:en");
      replay.script(
          ReplayFault.closeAfter(CUT_AFTER), ReplayFault.failedMinutes(noon.plus(FAILED)));
      PrintStream out = context.out();
      out.println(
          "A simulated Replay at "
              + replay.url()
              + " has tweets of yesterday noon, 20 minutes of them: the first connection breaks off"
              + " after 11 minutes, the second answer leaves out one minute that failed.");
      ReplaySettings settings =
          ReplaySettings.defaults().withUrl(replay.url()).withCredentials(credentials);
      JobResult result =
          new ReplayJob(
                  new ReplayArgs(
                      new RunArgs(output, OnExisting.SKIP, false, DeriveSettings.defaults()),
                      STREAM,
                      range,
                      new ReplayAccess(settings, replay.url())),
                  context)
              .run();
      printRequests(new ReplayUnit(STREAM, range));
      return result;
    }
  }

  /** What the manifest says of how the gaps came and went. */
  private void printRequests(ReplayUnit unit) throws IOException {
    try (ObjectStore store = ObjectStores.open(output)) {
      Optional<ManifestStore.Entry> entry = new ManifestStore(store).find(unit.manifestKey());
      if (entry.isEmpty()
          || !(entry.get() instanceof ManifestStore.Entry.Readable readable)
          || readable.manifest().derived().isEmpty()) {
        return;
      }
      TextTable table =
          new TextTable(List.of("request", "from", "to", "ended", "activities received"));
      readable
          .manifest()
          .derived()
          .flatMap(ManifestContent.Derived::replay)
          .ifPresent(
              account ->
                  account
                      .requests()
                      .forEach(
                          request ->
                              table.row(
                                  List.of(
                                      Integer.toString(request.attempt()),
                                      Minutes.text(request.from()),
                                      Minutes.text(request.to()),
                                      request.outcome(),
                                      HumanText.count(request.received())))));
      table.print(context.out());
    }
  }
}
