package io.stockpile.pipeline.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.PipelineRunner;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.runners.TransformHierarchy;
import org.apache.beam.sdk.transforms.display.DisplayData;
import org.apache.beam.sdk.util.construction.PipelineTranslation;

/**
 * A runner ({@code --runner=io.stockpile.pipeline.run.GraphRecorder}) that records everything that
 * a cluster would see of a job, and then runs the job in this process. It records the portable
 * graph with its options and display data, and also every transform in serialised form, because in
 * the graph these are compressed and cannot be searched for texts.
 */
public final class GraphRecorder extends PipelineRunner<PipelineResult> {
  private static final List<String> RECORDED = new ArrayList<>();

  private final PipelineOptions options;

  private GraphRecorder(PipelineOptions options) {
    this.options = options;
  }

  /** Called by Beam to make the runner. */
  public static GraphRecorder fromOptions(PipelineOptions options) {
    return new GraphRecorder(options);
  }

  /** Returns what was recorded since the last call. */
  public static synchronized List<String> take() {
    List<String> taken = List.copyOf(RECORDED);
    RECORDED.clear();
    return taken;
  }

  private static synchronized void record(String text) {
    RECORDED.add(text);
  }

  @Override
  public PipelineResult run(Pipeline pipeline) {
    record(PipelineTranslation.toProto(pipeline, true).toString());
    record(DisplayData.from(options).toString());
    record(options.toString());
    pipeline.traverseTopologically(
        new Pipeline.PipelineVisitor.Defaults() {
          @Override
          public CompositeBehavior enterCompositeTransform(TransformHierarchy.Node node) {
            record(node);
            return CompositeBehavior.ENTER_TRANSFORM;
          }

          @Override
          public void visitPrimitiveTransform(TransformHierarchy.Node node) {
            record(node);
          }
        });
    options.setRunner(DirectRunner.class);
    return DirectRunner.fromOptions(options).run(pipeline);
  }

  private static void record(TransformHierarchy.Node node) {
    if (node.getTransform() == null) {
      return;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(node.getTransform());
    } catch (IOException e) {
      throw new UncheckedIOException(node.getFullName() + " cannot be serialised", e);
    }
    record(bytes.toString(StandardCharsets.ISO_8859_1));
    record(DisplayData.from(node.getTransform()).toString());
  }
}
