package io.stockpile.pipeline.report.export;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.Unit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Gauges by name, each with its help, its unit if it has one, and its points. Not thread-safe. */
final class MetricFamilies {
  private static final String PREFIX = "stockpile_";

  private final Map<String, GaugeSnapshot.Builder> families = new LinkedHashMap<>();

  /** A gauge, that is said even if it has no point. */
  void declare(String name, Optional<Unit> unit, String help) {
    GaugeSnapshot.Builder family = GaugeSnapshot.builder().name(PREFIX + name).help(help);
    unit.ifPresent(family::unit);
    families.put(name, family);
  }

  /**
   * A point of a gauge.
   *
   * @param labels names and values in turns; values may hold anything
   */
  void point(String name, double value, String... labels) {
    families
        .get(name)
        .dataPoint(
            GaugeSnapshot.GaugeDataPointSnapshot.builder()
                .value(value)
                .labels(Labels.of(labels))
                .build());
  }

  MetricSnapshots snapshots() {
    MetricSnapshots.Builder all = MetricSnapshots.builder();
    families.values().forEach(family -> all.metricSnapshot(family.build()));
    return all.build();
  }
}
