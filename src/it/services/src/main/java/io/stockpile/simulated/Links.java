package io.stockpile.simulated;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** The temporary links that were handed out: each is good until it is made to expire. */
final class Links {
  private final Map<String, Boolean> goodBySignature = new HashMap<>();

  /** A new link's query, in the form of a presigned S3 URL. */
  synchronized String issue(FileKey file) {
    String signature = digest(file + "#" + goodBySignature.size());
    goodBySignature.put(signature, true);
    return "?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=SIMULATEDKEY%2Fs3&X-Amz-Expires=60"
        + "&X-Amz-Signature="
        + signature;
  }

  synchronized boolean knows(ReceivedRequest request) {
    return request.parameter("X-Amz-Signature").map(goodBySignature::containsKey).orElse(false);
  }

  synchronized boolean expired(ReceivedRequest request) {
    return !request.parameter("X-Amz-Signature").map(goodBySignature::get).orElse(false);
  }

  synchronized void expire(ReceivedRequest request) {
    request
        .parameter("X-Amz-Signature")
        .ifPresent(signature -> goodBySignature.replace(signature, false));
  }

  private static String digest(String text) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
