package io.stockpile.bench.peer;

import static io.stockpile.bench.peer.SqlType.member;
import static io.stockpile.bench.peer.SqlType.struct;

import java.util.List;

/**
 * The job of an analyst who wants to know who did what to whom: seven columns with the envelope and
 * the ids. What a line says otherwise about users is skipped.
 */
final class NarrowActivities implements PeerJob {
  @Override
  public SqlType.Struct read() {
    SqlType.Struct identified = struct(member("id", "BIGINT"));
    return struct(
        member("object", "VARCHAR"),
        member("action", "VARCHAR"),
        member("time", "TIMESTAMP"),
        member(
            "data",
            struct(
                member("id", "BIGINT"),
                member("user_id", "BIGINT"),
                member("user", identified),
                member("target_user_id", "BIGINT"),
                member("target_user", identified),
                member("message", identified))));
  }

  @Override
  public String select() {
    return "object, action, \"time\", data.id AS id,"
        + " coalesce(data.user_id, data.\"user\".id) AS user_id,"
        + " coalesce(data.target_user_id, data.target_user.id) AS target_user_id,"
        + " data.message.id AS message_id";
  }

  @Override
  public List<ComparedValue> compared() {
    return Activities.COMPARED;
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
