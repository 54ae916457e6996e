package io.stockpile.connectors.store;

import java.io.IOException;
import java.util.function.Predicate;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpRequest;

/** Refuses the first attempts at certain requests; the server does not see these attempts. */
final class RefusingHttp extends ScriptedHttp {
  private final Predicate<SdkHttpRequest> refused;
  private final int status;
  private final String code;
  private int times;

  RefusingHttp(Predicate<SdkHttpRequest> refused, int times, int status, String code) {
    this.refused = refused;
    this.times = times;
    this.status = status;
    this.code = code;
  }

  @Override
  HttpExecuteResponse answer(SdkHttpRequest request, Exchange exchange) throws IOException {
    if (times > 0 && refused.test(request)) {
      times--;
      return refusal(status, code);
    }
    return exchange.send();
  }
}
