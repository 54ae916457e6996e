package io.stockpile.connectors.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Removes the declared length from every download, and ends the first downloads early in an orderly
 * way.
 */
final class LengthLosingHttp extends ScriptedHttp {
  private final int after;
  private int cuts;

  LengthLosingHttp(int after, int cuts) {
    this.after = after;
    this.cuts = cuts;
  }

  @Override
  HttpExecuteResponse answer(SdkHttpRequest request, Exchange exchange) throws IOException {
    HttpExecuteResponse answer = exchange.send();
    if (request.method() != SdkHttpMethod.GET || request.rawQueryParameters().size() > 0) {
      return answer;
    }
    byte[] body = answer.responseBody().orElseThrow().readAllBytes();
    int length = cuts-- > 0 ? Math.min(after, body.length) : body.length;
    return HttpExecuteResponse.builder()
        .response(answer.httpResponse().copy(head -> head.removeHeader("Content-Length")))
        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(body, 0, length)))
        .build();
  }
}
