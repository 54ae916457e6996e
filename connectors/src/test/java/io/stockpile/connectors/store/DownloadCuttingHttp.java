package io.stockpile.connectors.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Cuts the connections of the first downloads, each after a number of bytes. */
final class DownloadCuttingHttp extends ScriptedHttp {
  private final int after;
  private int cuts;
  private final List<String> ranges = new ArrayList<>();

  DownloadCuttingHttp(int after, int cuts) {
    this.after = after;
    this.cuts = cuts;
  }

  /** The requested ranges in order; an empty text stands for a whole object. */
  List<String> ranges() {
    return ranges;
  }

  @Override
  HttpExecuteResponse answer(SdkHttpRequest request, Exchange exchange) throws IOException {
    HttpExecuteResponse answer = exchange.send();
    if (request.method() != SdkHttpMethod.GET || request.rawQueryParameters().size() > 0) {
      return answer;
    }
    ranges.add(request.firstMatchingHeader("Range").orElse(""));
    if (cuts == 0) {
      return answer;
    }
    cuts--;
    AbortableInputStream body = answer.responseBody().orElseThrow();
    return HttpExecuteResponse.builder()
        .response(answer.httpResponse())
        .responseBody(AbortableInputStream.create(new Cut(body, after), body))
        .build();
  }

  private static final class Cut extends FilterInputStream {
    private int left;

    Cut(InputStream in, int left) {
      super(in);
      this.left = left;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (left == 0) {
        throw new SocketException("Connection cut by the script");
      }
      int read = super.read(bytes, offset, Math.min(left, length));
      left -= Math.max(0, read);
      return read;
    }
  }
}
