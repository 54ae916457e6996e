package io.stockpile.connectors.store;

import java.io.IOException;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Writes that the server itself makes conditional. */
final class S3Puts {
  private final S3Objects objects;

  S3Puts(S3Objects objects) {
    this.objects = objects;
  }

  /**
   * @param expected the entity tag that is to be replaced; empty when there must be no object
   * @return the new entity tag
   */
  String put(String key, byte[] content, Optional<String> expected) throws IOException {
    String token = S3Objects.newToken();
    PutObjectRequest.Builder request =
        PutObjectRequest.builder()
            .bucket(objects.bucket())
            .key(objects.root().inBucket(key))
            .metadata(S3Objects.metadata(token));
    expected.ifPresentOrElse(request::ifMatch, () -> request.ifNoneMatch("*"));
    try {
      return objects.client().putObject(request.build(), RequestBody.fromBytes(content)).eTag();
    } catch (S3Exception e) {
      if (isUnmet(e, expected.isPresent())) {
        return ownDespiteRefusal(key, token, expected);
      }
      if (e.statusCode() == 501) {
        throw unconditionalServer(key, e);
      }
      throw objects.errors().explain("write", key, e);
    } catch (SdkException e) {
      throw objects.errors().explain("write", key, e);
    }
  }

  private static boolean isUnmet(S3Exception refused, boolean replacing) {
    return refused.statusCode() == S3Errors.NOT_MODIFIED_SINCE
        || (replacing && S3Errors.code(refused).equals("NoSuchKey"));
  }

  /**
   * When the answer to a first try is lost, the second finds the object of the first in its way:
   * that is a success.
   */
  private String ownDespiteRefusal(String key, String token, Optional<String> expected)
      throws IOException {
    return objects
        .head(key)
        .filter(S3Objects.writtenUnder(token))
        .map(HeadObjectResponse::eTag)
        .orElseThrow(() -> Refusals.failed(key, expected));
  }

  private IOException unconditionalServer(String key, S3Exception refused) {
    return new IOException(
        "Could not write "
            + objects.root().address(key)
            + ": the server answers 501 NotImplemented to a conditional write (If-None-Match,"
            + " If-Match). Without those two runs could overwrite each other's manifests; use a"
            + " server that knows them, as AWS does",
        refused);
  }
}
