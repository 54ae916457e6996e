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
 * An answer whose body has not been read yet. To be closed; closing does not read the rest. Not
 * thread-safe.
 */
public final class HttpAnswer implements Closeable {
  private static final int ERROR_BODY_BYTES = 8192;
  private static final int ERROR_BODY_READS = 16;

  private final HttpUriRequestBase request;
  private final ClassicHttpResponse response;
  private final Optional<Way> way;

  /**
   * A proxy that passed the answer on, or gave it itself.
   *
   * @param secrets what it must keep to itself
   */
  record Way(ProxyServer proxy, Supplier<Collection<String>> secrets) {}

  /**
   * @param way empty where no proxy can have changed the answer
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

  /** The length of the body as declared. */
  public OptionalLong contentLength() {
    if (response.getEntity() == null || response.getEntity().getContentLength() < 0) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(response.getEntity().getContentLength());
  }

  /** The header {@code Content-Length}, which the answer to a HEAD has without a body. */
  public OptionalLong declaredLength() {
    return header("Content-Length")
        .map(String::strip)
        .filter(value -> value.matches("\\d{1,18}"))
        .map(value -> OptionalLong.of(Long.parseLong(value)))
        .orElseGet(OptionalLong::empty);
  }

  /**
   * Whether the body's end can be told from a connection that was closed too early: it has a
   * declared length, or chunks of which one is the last.
   */
  public boolean declaresEnd() {
    return response.getEntity() == null
        || response.getEntity().getContentLength() >= 0
        || response.getEntity().isChunked();
  }

  /**
   * The body as it was sent, nothing decoded but the transfer's chunks. Reading fails with an
   * {@link IOException} when it ends before its declared length or last chunk, or when the read
   * timeout passes between two bytes. Unless it {@link #declaresEnd}, its end is no more than the
   * end of the connection. To be closed by closing the answer.
   */
  public InputStream body() throws IOException {
    return response.getEntity() == null
        ? InputStream.nullInputStream()
        : response.getEntity().getContent();
  }

  /**
   * What the server says about an error: the beginning of the body, redacted and short; where it is
   * no text, only how many bytes it has. Behind it stands the proxy that may have said it instead.
   */
  public String errorText(Redaction redaction) {
    boolean coded =
        header("Content-Encoding").filter(coding -> !coding.equals("identity")).isPresent();
    String said = coded ? "" : quotation(new byte[0], redaction);
    String through = way.map(known -> "through the proxy " + known.proxy()).orElse("");
    return said + (said.isEmpty() || through.isEmpty() ? "" : "; ") + through;
  }

  /**
   * What the body says: its beginning, redacted and short; where it is no text, only how many bytes
   * it has. Reads on, but not far.
   *
   * @param begun what was read of the body already
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
      // The status matters; its explanation is worth no failure of its own.
      whole = false;
    }
    return new Quotation(Arrays.copyOf(bytes, count), whole).text(redaction(redaction));
  }

  /** One that removes, too, what the proxy on the way must keep to itself. */
  public Redaction redaction(Redaction redaction) {
    return redaction.and(way.map(known -> known.secrets().get()).orElse(List.of()));
  }

  @Override
  public void close() {
    // Closing the response alone would read the body to its end first.
    request.cancel();
    try {
      response.close();
    } catch (IOException e) {
      // The connection was cut on purpose.
      return;
    }
  }
}
