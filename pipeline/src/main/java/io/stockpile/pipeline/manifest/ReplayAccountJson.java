package io.stockpile.pipeline.manifest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stockpile.connectors.Minutes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The JSON of a manifest's {@code replay} section. */
final class ReplayAccountJson {
  private ReplayAccountJson() {}

  static void write(ReplayAccount account, ObjectNode json) {
    ArrayNode requests = json.putArray("requests");
    for (ReplayAccount.Request request : account.requests()) {
      ObjectNode object = requests.addObject();
      object
          .put("attempt", request.attempt())
          .put("from", Minutes.text(request.from()))
          .put("to", Minutes.text(request.to()))
          .put("outcome", request.outcome())
          .put("activity_count", request.activityCountOrNull())
          .put("received", request.received())
          .put("sent", request.sent().toString());
      if (!request.rulesSha256().isEmpty()) {
        object.put("rules_sha256", request.rulesSha256());
      }
      request.messages().forEach(object.putArray("messages")::add);
    }
    ArrayNode minutes = json.putArray("minutes");
    for (ReplayAccount.Minutes run : account.minutes()) {
      minutes
          .addObject()
          .put("from", Minutes.text(run.from()))
          .put("to", Minutes.text(run.to()))
          .put("state", run.state())
          .put("attempts", run.attempts());
    }
    account.warnings().forEach(json.putArray("warnings")::add);
    Optional<ReplayAccount.Rules> rules = account.rules();
    if (rules.isPresent()) {
      json.putObject("rules").put("sha256", rules.get().sha256()).put("count", rules.get().count());
    }
  }

  static ReplayAccount read(RecordReader json) throws BrokenRecordException {
    List<ReplayAccount.Request> requests = new ArrayList<>();
    for (RecordReader request : json.objects("requests")) {
      requests.add(
          new ReplayAccount.Request(
              request.integer("attempt"),
              request.minute("from"),
              request.minute("to"),
              request.text("outcome"),
              request.has("activity_count") ? (Long) request.number("activity_count") : null,
              request.number("received"),
              request.instant("sent"),
              request.texts("messages"),
              request.text("rules_sha256", "")));
    }
    List<ReplayAccount.Minutes> minutes = new ArrayList<>();
    for (RecordReader run : json.objects("minutes")) {
      minutes.add(
          new ReplayAccount.Minutes(
              run.minute("from"),
              run.minute("to"),
              complete(run.text("state")),
              run.integer("attempts")));
    }
    Optional<RecordReader> rules = json.optionalObject("rules");
    return new ReplayAccount(
        requests,
        minutes,
        json.texts("warnings"),
        rules.isEmpty()
            ? null
            : new ReplayAccount.Rules(rules.get().text("sha256"), rules.get().integer("count")));
  }

  private static boolean complete(String state) {
    return switch (state) {
      case "complete" -> true;
      case "missing" -> false;
      default ->
          throw new IllegalArgumentException(
              "the state of some minutes is '"
                  + state
                  + "', and this program knows complete and missing");
    };
  }
}
