package io.stockpile.pipeline.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A file among the resources of this package that becomes part of every page.
 *
 * @param content the text of the file
 */
record PageResource(String content) {

  static PageResource named(String name) {
    try (InputStream in = PageResource.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The resource " + name + " is not in this program");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new PageResource(text.replace("\r\n", "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException("The resource " + name + " cannot be read", e);
    }
  }

  /**
   * Its hash in the form that a content security policy takes. The page's policy allows only
   * scripts and styles with such a hash.
   */
  String policySource() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
