package io.stockpile.pipeline.unit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stockpile.connectors.ArchiveUnit;
import io.stockpile.pipeline.manifest.BrokenRecordException;
import io.stockpile.pipeline.manifest.LineCounts;
import io.stockpile.pipeline.manifest.RecordReader;
import io.stockpile.pipeline.manifest.RecordWriter;

/** The JSON in which a worker tells the driver how a unit ended. */
final class OutcomeJson {
  private static final int VERSION = 1;

  private OutcomeJson() {}

  static byte[] write(UnitOutcome outcome) {
    ObjectNode json = RecordWriter.object();
    json.put("version", VERSION).put("unit", outcome.unit().name());
    if (outcome instanceof UnitOutcome.Committed committed) {
      json.put("outcome", "committed");
      write(committed.built(), json);
    } else if (outcome instanceof UnitOutcome.IncompleteUnit incomplete) {
      json.put("outcome", "incomplete").put("message", incomplete.message());
      write(incomplete.built(), json);
    } else if (outcome instanceof UnitOutcome.AbsentUnit absent) {
      json.put("outcome", "absent")
          .put("message", absent.message())
          .put("first_seen", absent.firstSeen().toString())
          .put("times", absent.times())
          .put("kept", absent.kept());
    } else if (outcome instanceof UnitOutcome.RefusedUnit refused) {
      json.put("outcome", "refused")
          .put("message", refused.message())
          .put("status", refused.status());
    } else if (outcome instanceof UnitOutcome.AlreadyHeld) {
      json.put("outcome", "held").put("message", outcome.message());
    } else {
      json.put("outcome", "failed").put("message", outcome.message());
    }
    return RecordWriter.bytes(json);
  }

  private static void write(Built built, ObjectNode json) {
    LineCounts counts = built.counts();
    json.putObject("counts")
        .put("lines", counts.lines())
        .put("blank", counts.blank())
        .put("control", counts.control())
        .put("rows", counts.rows())
        .put("duplicates", counts.duplicates())
        .put("rejected", counts.rejected());
    ObjectNode reasons = json.putObject("reasons");
    built.reasons().forEach(reasons::put);
    json.put("rejected_path", built.rejectedPath())
        .put("landed_bytes", built.landedBytes())
        .put("written_bytes", built.writtenBytes());
    built.warnings().forEach(json.putArray("warnings")::add);
  }

  static UnitOutcome read(ArchiveUnit unit, String where, byte[] content)
      throws BrokenRecordException {
    RecordReader json = RecordReader.parse(where, content, VERSION);
    try {
      return read(unit, where, json);
    } catch (IllegalArgumentException e) {
      throw json.broken(e.getMessage(), e);
    }
  }

  private static UnitOutcome read(ArchiveUnit unit, String where, RecordReader json)
      throws BrokenRecordException {
    String outcome = json.text("outcome");
    return switch (outcome) {
      case "committed" -> new UnitOutcome.Committed(unit, built(json));
      case "incomplete" -> new UnitOutcome.IncompleteUnit(unit, built(json), json.text("message"));
      case "held" -> new UnitOutcome.AlreadyHeld(unit, json.text("message"));
      case "absent" ->
          new UnitOutcome.AbsentUnit(
              unit,
              json.text("message"),
              json.instant("first_seen"),
              json.integer("times"),
              json.flag("kept"));
      case "refused" ->
          new UnitOutcome.RefusedUnit(unit, json.integer("status"), json.text("message"));
      case "failed" -> new UnitOutcome.FailedUnit(unit, json.text("message"));
      default -> throw new BrokenRecordException(where, "its outcome is '" + outcome + "'");
    };
  }

  private static Built built(RecordReader json) throws BrokenRecordException {
    RecordReader counts = json.object("counts");
    return new Built(
        new LineCounts(
            counts.number("lines"),
            counts.number("blank"),
            counts.number("control"),
            counts.number("rows"),
            counts.number("duplicates"),
            counts.number("rejected")),
        json.numbers("reasons"),
        json.text("rejected_path"),
        json.number("landed_bytes"),
        json.number("written_bytes"),
        json.texts("warnings"));
  }
}
