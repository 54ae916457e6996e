package io.stockpile.pipeline.commands;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;

/**
 * Counts requests to S3 by operation; of lists also by what they list. Attempts are counted apart.
 * The SDK finds this class through a resource of the tests.
 */
public final class RequestCounter implements ExecutionInterceptor {
  private static final Map<String, Integer> COUNTS = new ConcurrentHashMap<>();

  /** Returns the counts since the last call. */
  static Map<String, Integer> take() {
    Map<String, Integer> taken = new TreeMap<>(COUNTS);
    COUNTS.clear();
    return taken;
  }

  /** Called once for each request, however often it is sent. */
  @Override
  public void beforeMarshalling(Context.BeforeMarshalling context, ExecutionAttributes attributes) {
    String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    COUNTS.merge(operation + place(context.request()), 1, Integer::sum);
  }

  /**
   * The directory at the top of the archive that is listed, because the lists of some directories
   * grow with the archive.
   */
  private static String place(SdkRequest request) {
    return request instanceof ListObjectsV2Request list
        ? " " + list.prefix().replaceFirst("^[^/]*/", "").replaceFirst("^(_[a-z]*).*", "$1")
        : "";
  }
}
