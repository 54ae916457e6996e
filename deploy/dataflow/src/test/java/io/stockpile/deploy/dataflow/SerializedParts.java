package io.stockpile.deploy.dataflow;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.xerial.snappy.Snappy;

/**
 * Finds the serialised functions and sources in a job. Beam compresses them with Snappy, and
 * Dataflow's job has the bytes as text.
 */
final class SerializedParts {
  private static final String MAGIC = "\u0082SNAPPY\0";
  private static final int HEADER_BYTES = 16;

  private SerializedParts() {}

  /** All compressed parts that are anywhere in the bytes, decompressed. */
  static List<byte[]> in(byte[] bytes) {
    List<byte[]> parts = new ArrayList<>();
    String text = new String(bytes, ISO_8859_1);
    for (int at = text.indexOf(MAGIC); at >= 0; at = text.indexOf(MAGIC, at + 1)) {
      parts.add(unpacked(ByteBuffer.wrap(bytes).position(at)));
    }
    return parts;
  }

  /** All compressed parts in texts of a job, decompressed. */
  static List<byte[]> in(JsonNode job) {
    List<byte[]> parts = new ArrayList<>();
    if (job.isTextual()) {
      parts.addAll(in(unescaped(job.asText()).getBytes(ISO_8859_1)));
    }
    job.forEach(child -> parts.addAll(in(child)));
    return parts;
  }

  /** Replaces each percent sign with two digits by the byte that it stands for. */
  private static String unescaped(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '%'
          && i + 2 < text.length()
          && HexFormat.isHexDigit(text.charAt(i + 1))
          && HexFormat.isHexDigit(text.charAt(i + 2))) {
        out.append((char) HexFormat.fromHexDigits(text, i + 1, i + 3));
        i += 2;
      } else {
        out.append(text.charAt(i));
      }
    }
    return out.toString();
  }

  /** Decompresses chunk by chunk, and ends at bytes that are no chunk. */
  private static byte[] unpacked(ByteBuffer packed) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    packed.position(packed.position() + HEADER_BYTES);
    try {
      while (packed.remaining() > Integer.BYTES) {
        int length = packed.getInt();
        if (length <= 0 || length > packed.remaining()) {
          break;
        }
        byte[] chunk = new byte[length];
        packed.get(chunk);
        out.write(Snappy.uncompress(chunk));
      }
    } catch (IOException e) {
      return out.toByteArray();
    }
    return out.toByteArray();
  }
}
