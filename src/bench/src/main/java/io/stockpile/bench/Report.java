package io.stockpile.bench;

import io.stockpile.bench.data.DataFacts;
import io.stockpile.bench.measure.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes the printed tables. Each figure is given as its median with the least and the greatest
 * value in brackets.
 */
final class Report {
  private static final int NAME_WIDTH = 34;
  private static final int FIGURE_WIDTH = 24;

  private final DataFacts facts;

  Report(DataFacts facts) {
    this.facts = facts;
  }

  /**
   * A line for each job, then a line of ratios for each job except the last, which is the peer.
   *
   * @param jobs the names of the jobs
   */
  String table(List<String> jobs, List<Measurement> measurements) {
    StringBuilder text = new StringBuilder(header(true));
    for (String job : jobs) {
      List<Measurement> own = of(job, measurements);
      text.append(pad(job, NAME_WIDTH));
      for (Measurement.Figure figure : Measurement.Figure.values()) {
        text.append(pad(spread(values(own, figure), figure.places()), FIGURE_WIDTH));
      }
      double wall = Spread.of(values(own, Measurement.Figure.WALL)).median();
      text.append(String.format(Locale.ROOT, "%10.0f", facts.records() / wall));
      text.append(String.format(Locale.ROOT, "%12.0f%n", facts.textBytes() / 1e6 / wall));
    }
    String peer = jobs.get(jobs.size() - 1);
    for (String job : jobs.subList(0, jobs.size() - 1)) {
      text.append(pad(job + " / " + peer, NAME_WIDTH));
      for (Measurement.Figure figure : Measurement.Figure.values()) {
        List<Double> ratios = ratios(of(job, measurements), of(peer, measurements), figure);
        text.append(pad(spread(ratios, 2), FIGURE_WIDTH));
      }
      text.append(String.format("%n"));
    }
    return text.toString();
  }

  /**
   * A line for each job on a cluster, with the parts of its wall time; empty when there is no such
   * job.
   */
  String phases(List<String> jobs, List<Measurement> measurements) {
    StringBuilder text = new StringBuilder();
    for (String job : jobs) {
      List<Phases> phases =
          of(job, measurements).stream().flatMap(run -> run.phases().stream()).toList();
      if (!phases.isEmpty()) {
        text.append(pad(job, NAME_WIDTH));
        for (Phases.Phase phase : Phases.Phase.values()) {
          List<Double> seconds = phases.stream().map(run -> run.seconds(phase)).toList();
          text.append(pad(spread(seconds, 2), FIGURE_WIDTH));
        }
        text.append(String.format("%n"));
      }
    }
    return text.length() == 0 ? "" : phasesHeader() + text;
  }

  private static String phasesHeader() {
    StringBuilder header = new StringBuilder(pad("of the wall, s", NAME_WIDTH));
    for (Phases.Phase phase : Phases.Phase.values()) {
      header.append(pad(phase.title(), FIGURE_WIDTH));
    }
    return header.append(System.lineSeparator()).toString();
  }

  /** A line with all figures of one job, without ratios. */
  String memoryLine(String job, List<Measurement> measurements) {
    StringBuilder text = new StringBuilder(pad(job, NAME_WIDTH));
    for (Measurement.Figure figure : Measurement.Figure.values()) {
      text.append(pad(spread(values(measurements, figure), figure.places()), FIGURE_WIDTH));
    }
    return text.append(String.format("%n")).toString();
  }

  /** The titles of the columns of {@link #memoryLine}. */
  String memoryHeader() {
    return header(false);
  }

  private static String header(boolean rates) {
    StringBuilder text = new StringBuilder(pad("median [min .. max]", NAME_WIDTH));
    for (Measurement.Figure figure : Measurement.Figure.values()) {
      text.append(pad(figure.title(), FIGURE_WIDTH));
    }
    return text.append(rates ? "    rows/s   JSON MB/s" : "")
        .append(System.lineSeparator())
        .toString();
  }

  /**
   * The ratios of two jobs in each round. Runs of the same round are compared because a disturbance
   * of one is likely to have disturbed the other.
   */
  private static List<Double> ratios(
      List<Measurement> own, List<Measurement> peer, Measurement.Figure figure) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      ratios.add(own.get(i).get(figure) / peer.get(i).get(figure));
    }
    return ratios;
  }

  private static List<Measurement> of(String job, List<Measurement> measurements) {
    return measurements.stream().filter(measurement -> measurement.job().equals(job)).toList();
  }

  private static List<Double> values(List<Measurement> measurements, Measurement.Figure figure) {
    return measurements.stream().map(measurement -> measurement.get(figure)).toList();
  }

  private static String spread(List<Double> values, int places) {
    Spread spread = Spread.of(values);
    String number = "%." + places + "f";
    return String.format(
        Locale.ROOT,
        number + " [" + number + " .. " + number + "]",
        spread.median(),
        spread.min(),
        spread.max());
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(1, width - text.length()));
  }
}
