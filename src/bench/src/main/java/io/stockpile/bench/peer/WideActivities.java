package io.stockpile.bench.peer;

import static io.stockpile.bench.peer.SqlType.member;
import static io.stockpile.bench.peer.SqlType.struct;

import java.util.ArrayList;
import java.util.List;

/**
 * The job that keeps as much as the archive's tables: the envelope, the ids, and the whole of
 * {@code data} as JSON. All ids are read from the JSON in one call, because that is the fastest
 * way.
 */
final class WideActivities implements PeerJob {
  @Override
  public SqlType.Struct read() {
    return struct(
        member("object", "VARCHAR"),
        member("action", "VARCHAR"),
        member("time", "TIMESTAMP"),
        member("data", "JSON"));
  }

  @Override
  public String select() {
    return "object, action, \"time\", CAST(ids[1] AS BIGINT) AS id,"
        + " CAST(coalesce(ids[2], ids[3]) AS BIGINT) AS user_id,"
        + " CAST(coalesce(ids[4], ids[5]) AS BIGINT) AS target_user_id,"
        + " CAST(ids[6] AS BIGINT) AS message_id, data";
  }

  @Override
  public String from(String lines) {
    return "(SELECT *, json_extract_string(data, ['$.id', '$.user_id', '$.user.id',"
        + " '$.target_user_id', '$.target_user.id', '$.message.id']) AS ids FROM "
        + lines
        + ")";
  }

  @Override
  public List<ComparedValue> compared() {
    List<ComparedValue> compared = new ArrayList<>(Activities.COMPARED);
    String data = "CAST(data AS VARCHAR)";
    compared.add(new ComparedValue("data", data, data));
    return compared;
  }

  @Override
  public List<String> tables() {
    return Activities.TABLES;
  }

  @Override
  public String time() {
    return Activities.TIME;
  }

  @Override
  public List<String> partitions() {
    return Activities.PARTITIONS;
  }
}
