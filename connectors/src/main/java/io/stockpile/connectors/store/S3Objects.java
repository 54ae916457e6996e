package io.stockpile.connectors.store;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** One bucket, its client, and how it is known who wrote an object. */
record S3Objects(S3Client client, S3Root root, S3Errors errors) {
  private static final String TOKEN = "stockpile-token";

  static String newToken() {
    return UUID.randomUUID().toString();
  }

  static Map<String, String> metadata(String token) {
    return Map.of(TOKEN, token);
  }

  String bucket() {
    return root.bucket();
  }

  /** The object's head, or empty when there is none. */
  Optional<HeadObjectResponse> head(String key) throws IOException {
    return errors.explained(
        "look at",
        key,
        () -> {
          try {
            return Optional.of(
                client.headObject(head -> head.bucket(bucket()).key(root.inBucket(key))));
          } catch (S3Exception e) {
            if (e.statusCode() == S3Errors.NOT_FOUND && !S3Errors.code(e).equals("NoSuchBucket")) {
              return Optional.empty();
            }
            throw e;
          }
        });
  }

  /**
   * Whether an object was written under the token, by a request whose answer may have been lost.
   */
  static Predicate<HeadObjectResponse> writtenUnder(String token) {
    return head -> token.equals(head.metadata().get(TOKEN));
  }
}
