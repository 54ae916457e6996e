package io.stockpile.connectors.http;

import io.stockpile.connectors.proxy.ProxyServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;

/**
 * An answer whose body has not been read yet. It must be closed; closing does not read the rest.
 * Not thread-safe.
 */
public final class HttpAnswer implements Closeable {
  private static final int ERROR_BODY_BYTES = 8192;
  private static final int ERROR_BODY_READS = 16;

  private final HttpUriRequestBase request;
  private final ClassicHttpResponse response;
  private final Optional<Way> way;

  /**
   * The proxy that passed the answer on, or that gave the answer itself.
   *
   * @param secrets texts of the proxy that must not appear in messages
   */
  record Way(ProxyServer proxy, Supplier<Collection<String>> secrets) {}

  /**
   * @param way the proxy; empty if none can have changed the answer
   */
  HttpAnswer(HttpUriRequestBase request, ClassicHttpResponse response, Optional<Way> way) {
    this.request = request;
    this.response = response;
    this.way = way;
  }

  public int status() {
    return response.getCode();
  }

  /** The first header of this name. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(response.getFirstHeader(name)).map(Header::getValue);
  }

  /** The declared length of the body. */
  public OptionalLong contentLength() {
    if (response.getEntity() == null || response.getEntity().getContentLength() < 0) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(response.getEntity().getContentLength());
  }

  /** The header {@code Content-Length}; the answer to a HEAD request has it without a body. */
  public OptionalLong declaredLength() {
    return header("Content-Length")
        .map(String::strip)
        .filter(value -> value.matches("\\d{1,18}"))
        .map(value -> OptionalLong.of(Long.parseLong(value)))
        .orElseGet(OptionalLong::empty);
  }

  /**
   * Whether the end of the body can be distinguished from a connection that was closed too early.
   * It can if the body has a declared length or is sent in chunks.
   */
  public boolean declaresEnd() {
    return response.getEntity() == null
        || response.getEntity().getContentLength() >= 0
        || response.getEntity().isChunked();
  }

  /**
   * The body as it was sent; only chunks are decoded. Reading fails with an {@link IOException} if
   * the body ends before its declared length or last chunk, or if the read timeout passes between
   * two bytes. Unless it {@link #declaresEnd}, its end is only the end of the connection. It is
   * closed by closing the answer.
   */
  public InputStream body() throws IOException {
    return response.getEntity() == null
        ? InputStream.nullInputStream()
        : response.getEntity().getContent();
  }

  /**
   * What the server says about an error: the beginning of the body, redacted and shortened, or only
   * its size if it is not text. If there is a proxy, the text ends with its name, because the proxy
   * may have answered instead.
   */
  public String errorText(Redaction redaction) {
    boolean coded =
        header("Content-Encoding").filter(coding -> !coding.equals("identity")).isPresent();
    String said = coded ? "" : quotation(new byte[0], redaction);
    String through = way.map(known -> "through the proxy " + known.proxy()).orElse("");
    return said + (said.isEmpty() || through.isEmpty() ? "" : "; ") + through;
  }

  /**
   * The beginning of the body, redacted and shortened, or only its size if it is not text. Reads a
   * little more of the body for this.
   *
   * @param begun the part of the body that was read already
   */
  public String quotation(byte[] begun, Redaction redaction) {
    byte[] bytes = Arrays.copyOf(begun, Math.max(begun.length, ERROR_BODY_BYTES));
    int count = begun.length;
    boolean whole = false;
    try {
      InputStream in = body();
      for (int reads = 0; reads < ERROR_BODY_READS && count < bytes.length && !whole; reads++) {
        int read = in.read(bytes, count, bytes.length - count);
        whole = read < 0;
        count += Math.max(0, read);
      }
    } catch (IOException e) {
      // The status is what matters; a failure to read its explanation is ignored.
      whole = false;
    }
    return new Quotation(Arrays.copyOf(bytes, count), whole).text(redaction(redaction));
  }

  /** A redaction that also removes the secret texts of the proxy. */
  public Redaction redaction(Redaction redaction) {
    return redaction.and(way.map(known -> known.secrets().get()).orElse(List.of()));
  }

  @Override
  public void close() {
    // Closing only the response would first read the body to its end.
    request.cancel();
    try {
      response.close();
    } catch (IOException e) {
      // Expected, because the request was cancelled.
      return;
    }
  }
}
