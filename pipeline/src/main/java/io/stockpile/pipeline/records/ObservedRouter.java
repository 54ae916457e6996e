package io.stockpile.pipeline.records;

import io.stockpile.pipeline.json.MalformedLineException;
import io.stockpile.pipeline.json.MemberScan;
import io.stockpile.pipeline.records.seen.SeenIds;
import io.stockpile.pipeline.records.seen.SeenObjects;
import io.stockpile.pipeline.shred.RecordShredder;
import io.stockpile.schemas.TableSchema;
import io.stockpile.schemas.Tables;
import java.util.ArrayList;
import java.util.List;

/**
 * Routes the records of pages of StockTwits' REST API by the name of the member that holds the
 * record: {@code {"stream":…,"observed_at":…,"message":{…}}}. Within a sweep only the first record
 * of each object becomes a row.
 */
final class ObservedRouter implements LineRouter {
  private static final List<String> NAMES =
      List.of("message", "user", "symbol", "watchlist", "deletion");

  private final MemberScan scan = new MemberScan(NAMES);
  private final List<Route> routes = new ArrayList<>();

  ObservedRouter() {
    routes.add(route(Tables.OBSERVED_MESSAGES, "id"));
    routes.add(route(Tables.OBSERVED_USERS, "id"));
    routes.add(route(Tables.OBSERVED_SYMBOLS, "id"));
    routes.add(route(Tables.OBSERVED_WATCHLISTS, "id"));
    routes.add(route(Tables.DELETIONS, "deletion_id"));
  }

  private static Route route(TableSchema table, String id) {
    LineShape shape = LineShape.OBSERVED;
    RecordShredder shredder = RecordShredder.compile(table, shape.format(), NAMES);
    RowColumns columns = RowColumns.of(table, id);
    return new Route(
        table,
        shape,
        shredder,
        columns,
        new SeenObjects(columns.id(), columns.data(), new SeenIds()));
  }

  /** Always unsure: the record is the last member, so the whole line must be read. */
  @Override
  public Verdict glance(byte[] bytes, int from, int to) {
    return Verdict.Unsure.UNSURE;
  }

  @Override
  public boolean agrees(Route route, int marks) {
    return true;
  }

  @Override
  public Verdict decide(byte[] bytes, int from, int to) throws MalformedLineException {
    if (!scan.scanAll(bytes, from, to)) {
      return new Verdict.Reject(RejectReason.NOT_AN_OBJECT, "The line is JSON, but no object");
    }
    for (int name = 0; name < NAMES.size(); name++) {
      if ((scan.found() & 1 << name) != 0) {
        return routes.get(name);
      }
    }
    return new Verdict.Reject(
        RejectReason.UNKNOWN_SHAPE, "No record of a kind that there is a table for: " + NAMES);
  }
}
