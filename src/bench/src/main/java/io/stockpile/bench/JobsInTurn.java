package io.stockpile.bench;

import io.stockpile.bench.BenchmarkOptions.Measured;
import io.stockpile.bench.job.Archive;
import io.stockpile.bench.job.DeriveBesideIds;
import io.stockpile.bench.job.DeriveJob;
import io.stockpile.bench.job.Job;
import io.stockpile.bench.job.ListedIds;
import io.stockpile.bench.job.PeerProcess;
import io.stockpile.bench.job.Stockpile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The jobs that are measured beside each other on this machine; the last is the others' peer. */
record JobsInTurn(BenchmarkOptions options, Stockpile stockpile, Archive archive) {
  /**
   * What the options ask for.
   *
   * @param filling the job that makes the archive
   * @param rounds run what has to be done before, once
   */
  List<Job> jobs(Job filling, Rounds rounds) throws IOException, InterruptedException {
    return options.erased() > 0 ? besideIds(rounds) : besideDuckDb(filling);
  }

  private List<Job> besideDuckDb(Job filling) {
    List<Job> jobs = new ArrayList<>();
    if (options.measures(Measured.BACKFILL)) {
      jobs.add(filling);
    }
    if (options.measures(Measured.DERIVE)) {
      jobs.add(DeriveJob.ofAll(stockpile, archive));
    }
    int threads = Runtime.getRuntime().availableProcessors();
    jobs.add(new PeerProcess(DuckDbJob.class, archive, options.work().resolve("duckdb"), threads));
    return jobs;
  }

  private List<Job> besideIds(Rounds rounds) throws IOException, InterruptedException {
    DeriveJob derive = DeriveJob.ofAll(stockpile, archive);
    List<Job> jobs = new ArrayList<>();
    for (ListedIds.Place place : ListedIds.Place.values()) {
      Path kept = options.work().resolve("erased");
      ListedIds ids = new ListedIds(stockpile, archive, place, options.erased(), kept);
      rounds.once(ids, 0);
      jobs.add(new DeriveBesideIds(derive, archive, Optional.of(ids)));
    }
    jobs.add(new DeriveBesideIds(derive, archive, Optional.empty()));
    return jobs;
  }
}
