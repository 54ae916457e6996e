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
 * Counts what goes to S3, by the names of its operations and where they list, each attempt by
 * itself. The SDK finds it by a resource of these tests.
 */
public final class RequestCounter implements ExecutionInterceptor {
  private static final Map<String, Integer> COUNTS = new ConcurrentHashMap<>();

  /** What was counted since it was last asked for. */
  static Map<String, Integer> take() {
    Map<String, Integer> taken = new TreeMap<>(COUNTS);
    COUNTS.clear();
    return taken;
  }

  /** Once for each request, however often it has to be sent. */
  @Override
  public void beforeMarshalling(Context.BeforeMarshalling context, ExecutionAttributes attributes) {
    String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    COUNTS.merge(operation + place(context.request()), 1, Integer::sum);
  }

  /** The top of the archive that is listed, where that matters: some grow with the archive. */
  private static String place(SdkRequest request) {
    return request instanceof ListObjectsV2Request list
        ? " " + list.prefix().replaceFirst("^[^/]*/", "").replaceFirst("^(_[a-z]*).*", "$1")
        : "";
  }
}
