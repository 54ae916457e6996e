package io.stockpile.pipeline.beam;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.Row;

/** Runs pipelines in this process and collects their rows. */
final class Collected {
  private static final Map<String, Queue<Row>> SINKS = new ConcurrentHashMap<>();

  private Collected() {}

  /** Runs the pipeline that the rows belong to. */
  static List<Row> of(Pipeline pipeline, PCollection<Row> rows) {
    String sink = UUID.randomUUID().toString();
    SINKS.put(sink, new ConcurrentLinkedQueue<>());
    rows.apply("Collect", ParDo.of(new CollectFn(sink)));
    pipeline.run().waitUntilFinish();
    return new ArrayList<>(SINKS.remove(sink));
  }

  private static final class CollectFn extends DoFn<Row, Void> {
    private static final long serialVersionUID = 1L;

    private final String sink;

    CollectFn(String sink) {
      this.sink = sink;
    }

    @ProcessElement
    public void collect(@Element Row row) {
      SINKS.get(sink).add(row);
    }
  }
}
