package io.stockpile.pipeline.report.export;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.Unit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Collects gauges by name, each with its help text, its unit if it has one, and its points. Not
 * thread-safe.
 */
final class MetricFamilies {
  private static final String PREFIX = "stockpile_";

  private final Map<String, GaugeSnapshot.Builder> families = new LinkedHashMap<>();

  /** Adds a gauge, which is written even if it has no points. */
  void declare(String name, Optional<Unit> unit, String help) {
    GaugeSnapshot.Builder family = GaugeSnapshot.builder().name(PREFIX + name).help(help);
    unit.ifPresent(family::unit);
    families.put(name, family);
  }

  /**
   * Adds a point of a gauge.
   *
   * @param labels names and values alternately; values may contain any characters
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
