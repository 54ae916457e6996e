package io.stockpile.connectors.store;

import io.stockpile.connectors.http.Proxies;
import io.stockpile.connectors.proxy.ProxyException;
import io.stockpile.connectors.proxy.ProxyServer;
import java.io.FilterInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * The SDK's client, which names the proxy in what goes wrong on the way. What asking again would
 * not change is a {@link NotThroughException}, because the SDK tries again what is an {@link
 * IOException}.
 */
final class S3ProxiedHttp implements SdkHttpClient {
  /** Put on refusals: what they came through, which may be who refuses. */
  static final String PROXY = "x-stockpile-proxy";

  private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

  /** No request gets through the proxy; the message says why and what to do. */
  static final class NotThroughException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotThroughException(String message) {
      super(message);
    }
  }

  private final SdkHttpClient http;
  private final Proxies proxies;
  private final Duration silence;

  /**
   * @param http closed with this one
   * @param silence how long a server may be silent between two bytes
   */
  S3ProxiedHttp(SdkHttpClient http, Proxies proxies, Duration silence) {
    this.http = http;
    this.proxies = proxies;
    this.silence = silence;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    Optional<ProxyServer> proxy = proxy(request.httpRequest());
    if (proxy.isEmpty()) {
      return http.prepareRequest(request);
    }
    ExecutableHttpRequest prepared = http.prepareRequest(repeatable(request));
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        return send(prepared, proxy.get());
      }

      @Override
      public void abort() {
        prepared.abort();
      }
    };
  }

  private Optional<ProxyServer> proxy(SdkHttpRequest request) {
    try {
      return proxies.to(request.protocol(), request.host(), request.port());
    } catch (ProxyException e) {
      throw notThrough(e);
    }
  }

  /** The same, with a body that can be sent again when the proxy asks who we are. */
  private static HttpExecuteRequest repeatable(HttpExecuteRequest request) {
    return HttpExecuteRequest.builder()
        .request(request.httpRequest())
        .contentStreamProvider(
            request
                .contentStreamProvider()
                .<ContentStreamProvider>map(body -> () -> new Reopened(body))
                .orElse(null))
        .metricCollector(request.metricCollector().orElse(null))
        .build();
  }

  /** A stream that begins again when it is reset. */
  private static final class Reopened extends FilterInputStream {
    private final ContentStreamProvider body;

    Reopened(ContentStreamProvider body) {
      super(body.newStream());
      this.body = body;
    }

    @Override
    public boolean markSupported() {
      return true;
    }

    @Override
    public synchronized void mark(int limit) {
      // The client marks the beginning, and there is no other place.
    }

    @Override
    public synchronized void reset() {
      in = body.newStream();
    }
  }

  private HttpExecuteResponse send(ExecutableHttpRequest prepared, ProxyServer proxy)
      throws IOException {
    HttpExecuteResponse response;
    try {
      response = prepared.call();
    } catch (IOException e) {
      throw Proxies.failure(proxy, e, silence);
    }
    if (response.httpResponse().statusCode() == PROXY_AUTHENTICATION_REQUIRED) {
      prepared.abort();
      throw notThrough(
          proxies.refused(proxy, response.httpResponse().matchingHeaders("Proxy-Authenticate")));
    }
    return response.httpResponse().isSuccessful()
        ? response
        : HttpExecuteResponse.builder()
            .response(
                response.httpResponse().toBuilder().putHeader(PROXY, proxy.described()).build())
            .responseBody(response.responseBody().orElse(null))
            .build();
  }

  private static SdkClientException notThrough(ProxyException failure) {
    return SdkClientException.create(
        failure.getMessage(), new NotThroughException(failure.getMessage()));
  }

  @Override
  public String clientName() {
    return http.clientName();
  }

  @Override
  public void close() {
    http.close();
  }
}
