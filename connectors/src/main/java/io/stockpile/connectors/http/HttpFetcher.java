package io.stockpile.connectors.http;

import io.stockpile.connectors.proxy.ProxyException;
import io.stockpile.connectors.proxy.ProxyServer;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpHead;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends requests and does nothing else: it follows no redirects, retries nothing, decodes nothing,
 * keeps no cookies and no credentials, and uses each connection once. A refusal by a proxy is a
 * failure and never an answer. The HTTP client is made for the first request, because most workers
 * that derive send none. Thread-safe; must be closed.
 */
public final class HttpFetcher implements AutoCloseable {
  private static final Timeout CONNECT_TIMEOUT = Timeout.ofSeconds(20);
  private static final int MAX_CONNECTIONS = 256;

  private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

  /**
   * Set on the request's context when the connection to the server stands, with or without a proxy.
   */
  private static final String WAY_IS_OPEN = "stockpile.way-is-open";

  private final Duration readTimeout;
  private final Proxies proxies;

  /** Guarded by this object. */
  private Optional<CloseableHttpClient> client = Optional.empty();

  /** Guarded by this object. */
  private boolean closed;

  /**
   * @param readTimeout how long a server may send nothing before reading fails
   * @param proxies the proxies to use
   */
  public HttpFetcher(Duration readTimeout, Proxies proxies) {
    this.readTimeout = readTimeout;
    this.proxies = proxies;
  }

  private synchronized CloseableHttpClient client() {
    if (closed) {
      throw new IllegalStateException("The HTTP client is closed");
    }
    CloseableHttpClient made = client.orElseGet(this::newClient);
    client = Optional.of(made);
    return made;
  }

  private CloseableHttpClient newClient() {
    Timeout silence = Timeout.of(readTimeout);
    PoolingHttpClientConnectionManager connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDefaultSocketConfig(SocketConfig.custom().setSoTimeout(silence).build())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(CONNECT_TIMEOUT)
                    .setSocketTimeout(silence)
                    .build())
            .setMaxConnTotal(MAX_CONNECTIONS)
            .setMaxConnPerRoute(MAX_CONNECTIONS)
            .build();
    return HttpClients.custom()
        .setConnectionManager(connections)
        .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(silence).build())
        .setConnectionReuseStrategy((request, response, context) -> false)
        .setRoutePlanner(proxies.routePlanner())
        .setDefaultCredentialsProvider(proxies.credentialsProvider())
        .setTargetAuthenticationStrategy((challenge, offered, context) -> List.of())
        .addExecInterceptorAfter(
            ChainElement.CONNECT.name(),
            WAY_IS_OPEN,
            (request, scope, chain) -> {
              scope.clientContext.setAttribute(WAY_IS_OPEN, true);
              return chain.proceed(request, scope);
            })
        .setUserAgent("Stockpile")
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableContentCompression()
        .disableCookieManagement()
        .disableAuthCaching()
        .build();
  }

  /**
   * Sends a request and waits for the head of the answer, whatever its status.
   *
   * @param uri absolute
   * @param headers sent unchanged, in addition to {@code Accept-Encoding: identity}
   * @throws ProxyException when the request did not get through the proxy
   * @throws IOException when no answer came; its message may contain the URL and must be redacted
   */
  public HttpAnswer get(URI uri, Map<String, String> headers) throws IOException {
    return send(HttpGet::new, uri, headers);
  }

  /**
   * Sends a HEAD request.
   *
   * @param uri absolute
   * @param headers as for {@link #get}
   * @throws IOException as for {@link #get}
   */
  public HttpAnswer head(URI uri, Map<String, String> headers) throws IOException {
    return send(HttpHead::new, uri, headers);
  }

  /**
   * Sends a request with a body and waits for the head of the answer, whatever its status.
   *
   * @param uri absolute
   * @param headers as for {@link #get}
   * @param contentType of the body, for example {@code application/json; charset=UTF-8}
   * @throws IOException as for {@link #get}
   */
  public HttpAnswer post(URI uri, Map<String, String> headers, String contentType, byte[] body)
      throws IOException {
    return send(
        target -> {
          HttpPost request = new HttpPost(target);
          request.setEntity(new ByteArrayEntity(body, ContentType.parse(contentType)));
          return request;
        },
        uri,
        headers);
  }

  private HttpAnswer send(
      Function<URI, HttpUriRequestBase> method, URI uri, Map<String, String> headers)
      throws IOException {
    Origin origin =
        Origin.of(uri)
            .orElseThrow(
                () -> new IOException(Redaction.url(uri) + " is no URL with a host and a port"));
    Optional<ProxyServer> proxy = proxies.to(origin.scheme(), origin.host(), origin.port());
    try {
      HttpUriRequestBase request = method.apply(uri);
      request.setHeader("Accept", "*/*");
      request.setHeader("Accept-Encoding", "identity");
      headers.forEach(request::setHeader);
      HttpHost target = new HttpHost(origin.scheme(), origin.host(), origin.port());
      return proxy.isPresent()
          ? through(proxy.get(), origin, target, request)
          : new HttpAnswer(request, client().executeOpen(target, request, null), Optional.empty());
    } catch (UnknownHostException e) {
      // The exception's own text is only the host's name.
      throw new UnknownHostException(
          "the host name "
              + origin.host()
              + " could not be resolved to an address; check how it is written, and that this"
              + " machine has DNS and a network, or the proxy that it needs");
    } catch (NoHttpResponseException e) {
      throw new IOException(Redaction.url(uri) + " closed the connection without an answer", e);
    } catch (ClientProtocolException e) {
      throw new IOException(
          Redaction.url(uri) + " gave an answer that is no sound HTTP: " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      // The client accepts fewer URLs than java.net.URI; its own text may repeat the whole URL.
      throw new IOException(
          Redaction.url(uri) + " is a malformed URL: no request can be sent to it");
    }
  }

  private HttpAnswer through(
      ProxyServer proxy, Origin origin, HttpHost target, HttpUriRequestBase request)
      throws IOException {
    HttpClientContext context = HttpClientContext.create();
    ClassicHttpResponse response;
    try {
      response = client().executeOpen(target, request, context);
    } catch (IOException e) {
      throw Proxies.failure(proxy, e, readTimeout);
    }
    boolean open = context.getAttribute(WAY_IS_OPEN) != null;
    boolean sealed = open && origin.scheme().equals("https");
    HttpAnswer.Way way = new HttpAnswer.Way(proxy, proxies::secrets);
    HttpAnswer answer =
        new HttpAnswer(request, response, sealed ? Optional.empty() : Optional.of(way));
    if (!sealed && answer.status() == PROXY_AUTHENTICATION_REQUIRED) {
      answer.close();
      throw proxies.refused(
          proxy,
          Stream.of(response.getHeaders("Proxy-Authenticate")).map(Header::getValue).toList());
    }
    if (!open) {
      try (answer) {
        String said = answer.quotation(new byte[0], Redaction.general());
        throw proxies.noTunnel(proxy, origin, answer.status(), said);
      }
    }
    return answer;
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    if (client.isPresent()) {
      client.get().close();
    }
  }
}
