package io.stockpile.connectors.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;

/** Stands between the SDK and the server, and disturbs requests as a test demands. */
abstract class ScriptedHttp implements SdkHttpClient {
  private final SdkHttpClient http = Apache5HttpClient.create();

  /** Sends the request as it is. */
  interface Exchange {
    HttpExecuteResponse send() throws IOException;
  }

  /** Answers one attempt at a request. */
  abstract HttpExecuteResponse answer(SdkHttpRequest request, Exchange exchange) throws IOException;

  @Override
  public final ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    ExecutableHttpRequest prepared = http.prepareRequest(request);
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        return answer(request.httpRequest(), prepared::call);
      }

      @Override
      public void abort() {
        prepared.abort();
      }
    };
  }

  @Override
  public final void close() {
    http.close();
  }

  /** An answer with which S3 refuses a request. */
  static HttpExecuteResponse refusal(int status, String code) {
    return said(
        status, "<Error><Code>" + code + "</Code><Message>Said by the script</Message></Error>");
  }

  /** An answer with this status and document. */
  static HttpExecuteResponse said(int status, String document) {
    return HttpExecuteResponse.builder()
        .response(SdkHttpResponse.builder().statusCode(status).build())
        .responseBody(
            AbortableInputStream.create(
                new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8))))
        .build();
  }

  static boolean isPartUpload(SdkHttpRequest request) {
    return request.firstMatchingRawQueryParameter("partNumber").isPresent();
  }
}
