package io.stockpile.pipeline.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;

/** Knows the failure of writing into a pipe that nobody reads any more. */
final class ClosedPipe {
  private ClosedPipe() {}

  /**
   * Whether this is it. Java has no type for it, and its text is the system's, in the language of
   * the locale; so it is compared with that of a pipe that is closed here.
   */
  static boolean isReasonOf(IOException failure) {
    return String.valueOf(failure.getMessage()).equals(textOfTheSystem());
  }

  private static String textOfTheSystem() {
    try {
      Pipe pipe = Pipe.open();
      try (Pipe.SinkChannel sink = pipe.sink()) {
        pipe.source().close();
        sink.write(ByteBuffer.allocate(1));
      }
      return "Broken pipe";
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
