package io.stockpile.connectors.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

class S3ErrorsTest {
  private final S3Errors errors = new S3Errors(S3Root.parse("s3://bucket/archive"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "301 | PermanentRedirect | set AWS_REGION=eu-central-1",
        "400 | AuthorizationHeaderMalformed | set AWS_REGION=eu-central-1",
        "400 | XAmzContentSHA256Mismatch | --s3ChecksumsWhenRequired",
        "403 | AccessDenied | Check the credentials",
        "403 | RequestTimeTooSkewed | Set this machine's clock",
        "400 | ExpiredToken | renew them",
        "400 | InvalidBucketName | Correct the bucket's name, bucket",
        "404 | NoSuchBucket | Create the bucket bucket",
        "404 | NoSuchUpload | run again when that one is done",
        "503 | SlowDown | run again later",
        "405 | MethodNotAllowed | See the server's log",
      })
  void everyRefusalSaysWhatHappenedAndWhatToDo(int status, String code, String advice) {
    IOException explained = errors.explain("read", "a/b", refusal(status, code));

    assertThat(explained)
        .hasMessageStartingWith(
            "Could not read s3://bucket/archive/a/b: "
                + status
                + " "
                + code
                + ", The server's words (request 4711). ")
        .hasMessageContaining(advice);
  }

  @Test
  void anUnreachableServerIsSaidWithTheReasonAtTheBottom() {
    IOException explained =
        errors.explain(
            "list",
            "",
            SdkClientException.create(
                "Unable to execute HTTP request",
                new IOException("wrapped", new ConnectException("Connection refused"))));

    assertThat(explained)
        .hasMessageStartingWith("Could not list s3://bucket/archive/: ConnectException")
        .hasMessageContaining("Connection refused")
        .hasMessageContaining("check network and endpoint");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bucket.minio.test: Name or service not known | bucket.minio.test | --s3PathStyle",
        "bucket.minio.test | bucket.minio.test | how --s3Endpoint is written",
        "minio.test | minio.test | how --s3Endpoint is written",
        "bucket.s3.eu-north-9.amazonaws.com | bucket.s3.eu-north-9.amazonaws.com | AWS_REGION",
        "s3.cn-west-9.amazonaws.com.cn: x | s3.cn-west-9.amazonaws.com.cn | AWS_REGION",
      })
  void aNameWithoutAnAddressIsSaidWithWhatToDo(String said, String host, String advice) {
    IOException explained =
        errors.explain(
            "list",
            "",
            SdkClientException.create(
                "Received an UnknownHostException",
                new IOException("wrapped", new UnknownHostException(said))));

    assertThat(explained)
        .hasMessageStartingWith(
            "Could not list s3://bucket/archive/: the host name "
                + host
                + " could not be resolved to an address. ")
        .hasMessageContaining(advice);
    assertThat(explained.getMessage().contains("--s3PathStyle"))
        .isEqualTo(host.startsWith("bucket.minio"));
  }

  @Test
  void anInterruptStaysAnInterrupt() {
    IOException explained = errors.explain("read", "a", AbortedException.create("aborted"));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(explained).isInstanceOf(InterruptedIOException.class);
  }

  private static S3Exception refusal(int status, String code) {
    return (S3Exception)
        S3Exception.builder()
            .statusCode(status)
            .requestId("4711")
            .awsErrorDetails(
                AwsErrorDetails.builder()
                    .errorCode(code)
                    .errorMessage("The server's words.")
                    .sdkHttpResponse(
                        SdkHttpResponse.builder()
                            .statusCode(status)
                            .putHeader("x-amz-bucket-region", "eu-central-1")
                            .build())
                    .build())
            .build();
  }
}
