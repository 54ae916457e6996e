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
 * A runner, {@code --runner=io.stockpile.pipeline.run.GraphRecorder}, that keeps all that a cluster
 * would get to see of a job before it runs it in this process: the portable graph with its options
 * and display data, and every transform in Java's serialised form, because the graph holds that
 * compressed, where no text is found.
 */
public final class GraphRecorder extends PipelineRunner<PipelineResult> {
  private static final List<String> RECORDED = new ArrayList<>();

  private final PipelineOptions options;

  private GraphRecorder(PipelineOptions options) {
    this.options = options;
  }

  /** How Beam makes a runner. */
  public static GraphRecorder fromOptions(PipelineOptions options) {
    return new GraphRecorder(options);
  }

  /** What was recorded since it was last asked for. */
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
