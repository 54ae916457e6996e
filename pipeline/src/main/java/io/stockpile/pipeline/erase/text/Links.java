package io.stockpile.pipeline.erase.text;

import io.stockpile.pipeline.json.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Links to erased messages and tweets in the records of others. The address stays, because the
 * author of the record wrote it. Title, description and picture, which a service read from the
 * linked page, are removed, because they are content of what was erased.
 */
public final class Links {
  private static final Set<String> ADDRESSES =
      Set.of("expanded_url", "url", "shortened_expanded_url", "href", "link");

  private static final byte[][] ADDRESS_BYTES =
      ADDRESSES.stream()
          .map(name -> name.getBytes(StandardCharsets.US_ASCII))
          .toArray(byte[][]::new);

  private static final Set<String> READ_OFF =
      Set.of(
          "title",
          "description",
          "image",
          "images",
          "video_url",
          "expanded_url_title",
          "expanded_url_description");

  private final ErasedIds ids;

  Links(ErasedIds ids) {
    this.ids = ids;
  }

  /**
   * The reason to remove what was read from the page; empty when the object has no link to
   * something erased.
   */
  Optional<Reason> erased(JsonNode object) {
    for (JsonNode member : object.children()) {
      if (member.isString() && isAddress(member.name())) {
        Optional<Reason> reason = target(member);
        if (reason.isPresent()) {
          return reason;
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a member or column of this name has the address of a link. */
  public static boolean isAddress(String name) {
    return ADDRESSES.contains(name);
  }

  /** Whether a member of this name, which is without escapes, has the address of a link. */
  static boolean isAddress(byte[] bytes, int from, int to) {
    for (byte[] name : ADDRESS_BYTES) {
      if (Arrays.equals(bytes, from, to, name, 0, name.length)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a member or column of this name has something that a service read from the linked page.
   */
  public static boolean isReadOff(String name) {
    return READ_OFF.contains(name);
  }

  private Optional<Reason> target(JsonNode address) {
    return LinkTarget.erased(ids, address.line(), address.from() + 1, address.to() - 1);
  }
}
