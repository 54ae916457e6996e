package io.stockpile.pipeline.json;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Members and elements that are to go from a line, each for a cause. What stays keeps its bytes,
 * white space too; a comma goes with what it parts from the rest. A cut inside another one counts
 * for nothing. Not thread-safe.
 */
public final class JsonCuts<T> {
  private final Map<JsonNode, T> cuts = new IdentityHashMap<>();

  /** Lets a member or an element go; the first cause counts. */
  public void cut(JsonNode node, T cause) {
    cuts.putIfAbsent(node, cause);
  }

  /** What a value was cut for; to be asked only of one that was. */
  public T cause(JsonNode node) {
    return cuts.get(node);
  }

  /** Whether this very value was cut. */
  public boolean has(JsonNode node) {
    return cuts.containsKey(node);
  }

  public boolean isEmpty() {
    return cuts.isEmpty();
  }

  /**
   * The line without what goes.
   *
   * @param root the whole line, which was not cut itself
   * @param causes hears the cause of each cut, in their order in the line
   */
  public byte[] apply(JsonNode root, int lineFrom, int lineTo, Consumer<T> causes) {
    Copy copy = new Copy(root.line(), lineFrom, lineTo);
    walk(root, copy, causes);
    return copy.end(lineTo);
  }

  private void walk(JsonNode node, Copy copy, Consumer<T> causes) {
    List<JsonNode> children = node.children();
    int index = 0;
    while (index < children.size()) {
      JsonNode child = children.get(index);
      if (!cuts.containsKey(child)) {
        walk(child, copy, causes);
        index++;
        continue;
      }
      int end = index;
      while (end < children.size() && cuts.containsKey(children.get(end))) {
        causes.accept(cuts.get(children.get(end)));
        end++;
      }
      if (index > 0) {
        copy.skip(children.get(index - 1).to(), children.get(end - 1).to());
      } else if (end < children.size()) {
        copy.skip(child.start(), children.get(end).start());
      } else {
        copy.skip(child.start(), children.get(end - 1).to());
      }
      index = end;
    }
  }

  private static final class Copy {
    private final byte[] line;
    private final byte[] out;
    private int at;
    private int size;

    Copy(byte[] line, int from, int to) {
      this.line = line;
      out = new byte[to - from];
      at = from;
    }

    void skip(int from, int to) {
      take(from);
      at = to;
    }

    private void take(int until) {
      System.arraycopy(line, at, out, size, until - at);
      size += until - at;
    }

    byte[] end(int to) {
      take(to);
      return Arrays.copyOf(out, size);
    }
  }
}
