package io.stockpile.pipeline.shred;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Damages lines: changes, inserts, removes or cuts off bytes. Never makes a line feed. */
public final class Mutations {
  private static final byte[] TELLING =
      "{}[]:,\"\\0123456789-+.eEutfnalsr \t\u0001\u007f".getBytes(StandardCharsets.US_ASCII);

  private Mutations() {}

  /** A damaged copy of the line. */
  public static byte[] of(byte[] line, Random random) {
    byte[] damaged = line;
    int times = 1 + random.nextInt(3);
    for (int count = 0; count < times; count++) {
      damaged = once(damaged, random);
    }
    return damaged;
  }

  private static byte[] once(byte[] line, Random random) {
    if (line.length == 0) {
      return line;
    }
    int at = random.nextInt(line.length);
    switch (random.nextInt(5)) {
      case 0:
        byte[] changed = line.clone();
        changed[at] = anyByte(random);
        return changed;
      case 1:
        byte[] longer = new byte[line.length + 1];
        System.arraycopy(line, 0, longer, 0, at);
        longer[at] = anyByte(random);
        System.arraycopy(line, at, longer, at + 1, line.length - at);
        return longer;
      case 2:
        byte[] shorter = new byte[line.length - 1];
        System.arraycopy(line, 0, shorter, 0, at);
        System.arraycopy(line, at + 1, shorter, at, line.length - at - 1);
        return shorter;
      case 3:
        byte[] swapped = line.clone();
        int other = random.nextInt(line.length);
        swapped[at] = line[other];
        swapped[other] = line[at];
        return swapped;
      default:
        return random.nextInt(8) == 0 ? Arrays.copyOf(line, at) : line;
    }
  }

  private static byte anyByte(Random random) {
    byte any =
        random.nextBoolean() ? TELLING[random.nextInt(TELLING.length)] : (byte) random.nextInt();
    return any == '\n' ? (byte) ' ' : any;
  }
}
