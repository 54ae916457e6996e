package io.stockpile.connectors.store;

import java.io.IOException;
import java.net.SocketException;
import java.util.function.Predicate;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Loses the answer to one request after the server has carried it out. */
final class AnswerLosingHttp extends ScriptedHttp {
  private final Predicate<SdkHttpRequest> lost;
  private int losses;

  AnswerLosingHttp(Predicate<SdkHttpRequest> lost) {
    this.lost = lost;
  }

  int losses() {
    return losses;
  }

  @Override
  HttpExecuteResponse answer(SdkHttpRequest request, Exchange exchange) throws IOException {
    HttpExecuteResponse answer = exchange.send();
    if (losses == 0 && lost.test(request)) {
      losses++;
      answer.responseBody().ifPresent(body -> body.abort());
      throw new SocketException("Connection reset by the script");
    }
    return answer;
  }
}
