package io.stockpile.simulated.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The records of one stream of the API, newest first, a page at a time. Not thread-safe. */
public final class ApiMessages {
  static final int PAGE = 30;
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final NavigableMap<Long, ObjectNode> byId = new TreeMap<>(Collections.reverseOrder());

  public void add(long id, ObjectNode record) {
    byId.put(id, record);
  }

  public void remove(long id) {
    byId.remove(id);
  }

  public ObjectNode record(long id) {
    return byId.get(id);
  }

  public List<Long> ids() {
    return List.copyOf(byId.keySet());
  }

  /**
   * A page.
   *
   * @param member the name of the list in the page
   * @param max the requested id; {@link Long#MAX_VALUE} for the newest records
   * @param inclusive whether the record with the id {@code max} is on the page
   * @param depth how many of the newest records can be reached
   */
  public ObjectNode page(String member, long max, boolean inclusive, int depth, PageFault fault) {
    List<Map.Entry<Long, ObjectNode>> reachable = byId.entrySet().stream().limit(depth).toList();
    List<Map.Entry<Long, ObjectNode>> below =
        reachable.stream()
            .filter(entry -> inclusive ? entry.getKey() <= max : entry.getKey() < max)
            .toList();
    List<Map.Entry<Long, ObjectNode>> page =
        new ArrayList<>(below.subList(0, Math.min(PAGE, below.size())));
    boolean more = below.size() > page.size();
    switch (fault) {
      case OUT_OF_ORDER -> Collections.swap(page, 1, 2);
      case REPEATED -> page.add(1, page.get(0));
      case OVERLAPPING -> page = reachable.subList(0, Math.min(PAGE, reachable.size()));
      case EMPTY_WITH_MORE -> {
        page = List.of();
        more = true;
      }
      case STUCK -> {
        page = page.subList(0, 1);
        more = true;
      }
      case IDS_AS_TEXT, UNDATED, NONE -> more = below.size() > page.size();
    }
    ObjectNode body = JSON.objectNode();
    body.putObject("response").put("status", 200);
    ObjectNode cursor = body.putObject("cursor").put("more", more);
    if (page.isEmpty()) {
      cursor.putNull("since").putNull("max");
    } else {
      cursor.put("since", page.get(0).getKey()).put("max", page.get(page.size() - 1).getKey());
    }
    ArrayNode records = body.putArray(member);
    page.forEach(entry -> records.add(fault.spoil(entry.getValue())));
    return body;
  }
}
