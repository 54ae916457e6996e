package io.stockpile.connectors.store;

import java.io.IOException;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.utils.AttributeMap;

/** Opens S3 stores for tests, with small parts, short pages of lists, and credentials. */
final class S3TestStores {
  /** The smallest parts that servers accept; only the last may be smaller. */
  static final S3PartSizes SMALL_PARTS = new S3PartSizes(5 << 20, 1000);

  static final int SEVERAL_PARTS = 2 * SMALL_PARTS.first() + 12_345;

  private S3TestStores() {}

  static ObjectStore open(StoreLocation location, AwsCredentialsProvider credentials)
      throws IOException {
    return open(location, credentials, Apache5HttpClient.create());
  }

  static ObjectStore open(
      StoreLocation location, AwsCredentialsProvider credentials, SdkHttpClient http)
      throws IOException {
    S3ClientBuilder builder = S3Clients.builder(location);
    return new S3Store(
        location.root(),
        builder
            .overrideConfiguration(
                builder.overrideConfiguration().toBuilder()
                    .addExecutionInterceptor(new ShortPages())
                    .build())
            .httpClientBuilder(new HandedOver(http))
            .credentialsProvider(credentials)
            .build(),
        SMALL_PARTS,
        !location.s3ChecksumsWhenRequired());
  }

  /** Asks for lists in pages of two, so that longer lists take several requests. */
  private static final class ShortPages implements ExecutionInterceptor {
    @Override
    public SdkRequest modifyRequest(
        Context.ModifyRequest context, ExecutionAttributes executionAttributes) {
      if (context.request() instanceof ListObjectsV2Request list) {
        return list.toBuilder().maxKeys(2).build();
      }
      if (context.request() instanceof ListMultipartUploadsRequest list) {
        return list.toBuilder().maxUploads(1).build();
      }
      return context.request();
    }
  }

  /** Hands an HTTP client to the S3 client, which then closes it, as in the product. */
  private record HandedOver(SdkHttpClient http) implements SdkHttpClient.Builder<HandedOver> {
    @Override
    public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
      return http;
    }
  }
}
