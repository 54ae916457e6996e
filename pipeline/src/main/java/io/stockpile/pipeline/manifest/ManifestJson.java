package io.stockpile.pipeline.manifest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The manifest's JSON, version 1. */
public final class ManifestJson {
  private static final int VERSION = 1;
  private static final LineCounts NO_LINES = new LineCounts(0, 0, 0, 0, 0, 0);

  private ManifestJson() {}

  static byte[] write(Manifest manifest) {
    return RecordWriter.bytes(tree(manifest));
  }

  public static ObjectNode tree(Manifest manifest) {
    UnitCoverage unit = manifest.unit();
    ObjectNode json = RecordWriter.object();
    json.put("version", VERSION)
        .put("unit", unit.name())
        .put("source", unit.source())
        .put("type", unit.type())
        .put("series", unit.series())
        .put("from", unit.from().toString())
        .put("to", unit.to().toString())
        .put("status", manifest.holding().status())
        .put("schema_version", manifest.schemaVersion())
        .put("product_version", manifest.productVersion())
        .put("committed_at", manifest.committedAt().toString());
    if (manifest.holding() instanceof Holding.Derived derived) {
      writeDerived(derived, json);
    } else if (manifest.holding() instanceof Holding.Absent absent) {
      json.putArray("landed");
      writeCounts(NO_LINES, json);
      json.putArray("files");
      json.putObject("absent")
          .put("first_seen", absent.firstSeen().toString())
          .put("last_seen", absent.lastSeen().toString())
          .put("times", absent.times())
          .put("message", absent.message());
    }
    return json;
  }

  private static void writeDerived(Holding.Derived derived, ObjectNode json) {
    ArrayNode landed = json.putArray("landed");
    for (LandedFacts part : derived.landed()) {
      landed
          .addObject()
          .put("path", part.key())
          .put("bytes", part.bytes())
          .put("sha256", part.sha256())
          .put("uncompressed_bytes", part.uncompressedBytes())
          .put("lines", part.lines())
          .put("gzip_members", part.gzipMembers());
    }
    writeCounts(derived.counts(), json);
    ArrayNode files = json.putArray("files");
    for (DataFile file : derived.files()) {
      files
          .addObject()
          .put("path", file.path())
          .put("table", file.table())
          .put("date", file.date().toString())
          .put("rows", file.rows())
          .put("bytes", file.bytes())
          .put("sha256", file.sha256())
          .put("min_id", file.minId())
          .put("max_id", file.maxId());
    }
    RejectedFile rejected = derived.rejected();
    if (!rejected.none()) {
      ObjectNode object = json.putObject("rejected");
      object
          .put("path", rejected.path())
          .put("rows", rejected.rows())
          .put("bytes", rejected.bytes())
          .put("sha256", rejected.sha256());
      ObjectNode reasons = object.putObject("reasons");
      rejected.reasons().forEach(reasons::put);
    }
    derived
        .replay()
        .ifPresent(account -> ReplayAccountJson.write(account, json.putObject("replay")));
  }

  private static void writeCounts(LineCounts counts, ObjectNode json) {
    json.putObject("counts")
        .put("lines", counts.lines())
        .put("blank", counts.blank())
        .put("control", counts.control())
        .put("rows", counts.rows())
        .put("duplicates", counts.duplicates())
        .put("rejected", counts.rejected());
  }

  public static Manifest read(String where, byte[] json) throws BrokenRecordException {
    return read(RecordReader.parse(where, json, VERSION));
  }

  public static Manifest read(RecordReader json) throws BrokenRecordException {
    try {
      return new Manifest(
          new UnitCoverage(
              json.text("unit"),
              json.text("source"),
              json.text("type"),
              json.text("series", json.text("source") + "/" + json.text("type")),
              json.instant("from"),
              json.instant("to")),
          json.integer("schema_version"),
          json.text("product_version"),
          json.instant("committed_at"),
          readHolding(json));
    } catch (IllegalArgumentException e) {
      throw json.broken(e.getMessage(), e);
    }
  }

  private static Holding readHolding(RecordReader json) throws BrokenRecordException {
    String status = json.text("status");
    switch (status) {
      case "complete", "incomplete":
        Optional<RecordReader> replay = json.optionalObject("replay");
        Holding.Derived derived =
            new Holding.Derived(
                readLanded(json),
                readCounts(json),
                readFiles(json),
                readRejected(json),
                replay.isEmpty() ? null : ReplayAccountJson.read(replay.get()));
        if (!derived.status().equals(status)) {
          throw new IllegalArgumentException(
              "its status is '" + status + "', but by its minutes it is " + derived.status());
        }
        return derived;
      case "absent":
        RecordReader absent = json.object("absent");
        return new Holding.Absent(
            absent.instant("first_seen"),
            absent.instant("last_seen"),
            absent.integer("times"),
            absent.text("message"));
      default:
        throw new IllegalArgumentException(
            "its status is '"
                + status
                + "', and this program knows complete, incomplete and absent");
    }
  }

  private static List<LandedFacts> readLanded(RecordReader json) throws BrokenRecordException {
    List<LandedFacts> landed = new ArrayList<>();
    for (RecordReader part : json.objects("landed")) {
      landed.add(
          new LandedFacts(
              part.text("path"),
              part.number("bytes"),
              part.text("sha256"),
              part.number("uncompressed_bytes"),
              part.number("lines"),
              part.integer("gzip_members")));
    }
    return landed;
  }

  private static LineCounts readCounts(RecordReader json) throws BrokenRecordException {
    RecordReader counts = json.object("counts");
    return new LineCounts(
        counts.number("lines"),
        counts.number("blank"),
        counts.number("control"),
        counts.number("rows"),
        counts.number("duplicates"),
        counts.number("rejected"));
  }

  private static List<DataFile> readFiles(RecordReader json) throws BrokenRecordException {
    List<DataFile> files = new ArrayList<>();
    for (RecordReader file : json.objects("files")) {
      files.add(
          new DataFile(
              file.text("path"),
              file.text("table"),
              file.date("date"),
              file.number("rows"),
              file.number("bytes"),
              file.text("sha256"),
              file.number("min_id"),
              file.number("max_id")));
    }
    return files;
  }

  private static RejectedFile readRejected(RecordReader json) throws BrokenRecordException {
    Optional<RecordReader> found = json.optionalObject("rejected");
    if (found.isEmpty()) {
      return RejectedFile.NONE;
    }
    RecordReader rejected = found.get();
    return new RejectedFile(
        rejected.text("path"),
        rejected.number("rows"),
        rejected.number("bytes"),
        rejected.text("sha256"),
        rejected.numbers("reasons"));
  }
}
