package io.stockpile.connectors.store;

import io.stockpile.connectors.proxy.ProxyException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Turns what the SDK throws into what happened, where, and what the user can do. */
final class S3Errors {
  static final int NOT_MODIFIED_SINCE = 412;
  static final int NOT_FOUND = 404;
  static final int RANGE_NOT_SATISFIABLE = 416;

  private static final String TRIED =
      "The request was tried "
          + S3Clients.ATTEMPTS
          + " times at most; check network and endpoint, and run again: what is complete stays";

  private static final Pattern AWS_HOST =
      Pattern.compile("\\.(amazonaws\\.com(\\.cn)?|api\\.aws)$", Pattern.CASE_INSENSITIVE);

  private final S3Root root;

  S3Errors(S3Root root) {
    this.root = root;
  }

  /**
   * Runs a request.
   *
   * @param action what is tried, to be read after "Could not", for example {@code read}
   * @param key in the archive
   */
  <T> T explained(String action, String key, Supplier<T> request) throws IOException {
    try {
      return request.get();
    } catch (SdkException e) {
      throw explain(action, key, e);
    }
  }

  IOException explain(String action, String key, SdkException failure) {
    String what = "Could not " + action + " " + root.address(key) + ": ";
    if (failure instanceof AbortedException) {
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted = new InterruptedIOException(what + "interrupted");
      interrupted.initCause(failure);
      return interrupted;
    }
    if (failure instanceof S3Exception refused) {
      return new IOException(what + refusal(refused), failure);
    }
    IOException explained = new IOException(what + clientSide(failure));
    // For the stack trace alone: as a cause, the SDK's wrappers would say all of it again.
    explained.addSuppressed(failure);
    return explained;
  }

  /** The code of the server's error document; empty for answers without one, as to HEAD. */
  static String code(S3Exception refused) {
    return Optional.ofNullable(refused.awsErrorDetails())
        .map(AwsErrorDetails::errorCode)
        .orElse("");
  }

  private String refusal(S3Exception refused) {
    String code = code(refused);
    String said =
        Optional.ofNullable(refused.awsErrorDetails())
            .map(AwsErrorDetails::errorMessage)
            .filter(message -> !message.isBlank())
            .orElse("the server gave no reason");
    String request = refused.requestId() == null ? "" : " (request " + refused.requestId() + ")";
    return (refused.statusCode() + " " + code).strip()
        + ", "
        + said.replaceFirst("\\.$", "")
        + request
        + ". "
        + advice(refused, code)
        + proxy(refused);
  }

  /**
   * A server that speaks S3 gives its answers a number; a proxy that opens no way to it does not.
   */
  private static String proxy(S3Exception refused) {
    return refused.requestId() != null
        ? ""
        : header(refused, S3ProxiedHttp.PROXY)
            .map(proxy -> ". It may be the answer of the proxy " + proxy + " on the way")
            .orElse("");
  }

  private static Optional<String> header(S3Exception refused, String name) {
    return Optional.ofNullable(refused.awsErrorDetails())
        .map(AwsErrorDetails::sdkHttpResponse)
        .flatMap(response -> response.firstMatchingHeader(name));
  }

  private String advice(S3Exception refused, String code) {
    switch (code) {
      case "InvalidBucketName":
        return "Correct the bucket's name, " + root.bucket();
      case "NoSuchBucket":
        return "Create the bucket " + root.bucket() + ", or correct its name";
      case "RequestTimeTooSkewed":
        return "Set this machine's clock";
      case "ExpiredToken", "TokenRefreshRequired":
        return "The session's credentials have run out: renew them and run again";
      case "InvalidAccessKeyId", "SignatureDoesNotMatch":
        return "Check that access key and secret key belong together and to this server";
      case "PermanentRedirect",
      "AuthorizationHeaderMalformed",
      "IllegalLocationConstraintException":
        return wrongRegion(refused);
      case "NoSuchUpload":
        return "Another process works on the same and threw the upload away: run again when that"
            + " one is done";
      case "EntityTooLarge":
        return "The object is larger than the server takes";
      default:
        return adviceForStatus(refused);
    }
  }

  private String adviceForStatus(S3Exception refused) {
    int status = refused.statusCode();
    if (status == 301 || status == 307) {
      return wrongRegion(refused);
    }
    if (status == 401 || status == 403) {
      return "Check the credentials, and that their policy allows reading, listing, writing,"
          + " deleting and multipart uploads in this bucket";
    }
    if (status == 501) {
      return "This server does not know a request that the archive needs (conditional writes,"
          + " multipart uploads); use one that does";
    }
    if (status >= 500 || status == 429) {
      return "The server was asked "
          + S3Clients.ATTEMPTS
          + " times; run again later: what is complete stays";
    }
    if (status == 400) {
      return "If the server is not AWS, it may not know the newer default checksums: leave them out"
          + " with --s3ChecksumsWhenRequired";
    }
    return "See the server's log for the reason";
  }

  private String wrongRegion(S3Exception refused) {
    Optional<String> region = header(refused, "x-amz-bucket-region");
    return "The bucket lies in "
        + (region.isPresent() ? "the region " + region.get() : "another region")
        + ": set AWS_REGION"
        + region.map(name -> "=" + name).orElse(" to it");
  }

  private String clientSide(SdkException failure) {
    String said = failure.getMessage() == null ? failure.toString() : failure.getMessage();
    String lower = said.toLowerCase(Locale.ROOT);
    if (lower.contains("unable to load credentials")) {
      return "no AWS credentials were found. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or"
          + " AWS_PROFILE, or run under a role";
    }
    Throwable cause = failure;
    while (cause.getCause() != null && !(cause instanceof ProxyException)) {
      cause = cause.getCause();
    }
    if (cause instanceof S3ProxiedHttp.NotThroughException) {
      return cause.getMessage();
    }
    if (cause instanceof ProxyException) {
      return cause.getMessage() + ". " + TRIED;
    }
    if (cause instanceof UnknownHostException unknown) {
      return unresolved(unknown);
    }
    String reason =
        cause == failure ? said : cause.getClass().getSimpleName() + ", " + cause.getMessage();
    return reason + ". " + TRIED;
  }

  /** The exception's own text is the name, with the resolver's words behind it or nothing. */
  private String unresolved(UnknownHostException failure) {
    String host = String.valueOf(failure.getMessage()).replaceFirst("[:\\s].*", "");
    String what = "the host name " + host + " could not be resolved to an address. ";
    boolean aws = AWS_HOST.matcher(host).find();
    if (aws) {
      return what
          + "Check that AWS_REGION is a region of AWS's, and that this machine has DNS and a"
          + " network, or the proxy that it needs";
    }
    return what
        + (host.startsWith(root.bucket() + ".")
            ? "It is the bucket's name before the server's: most servers other than AWS want the"
                + " bucket in the path, which --s3PathStyle does. Otherwise check"
            : "Check")
        + " how --s3Endpoint is written, and that this machine has DNS and a network, or the"
        + " proxy that it needs";
  }
}
