package io.stockpile.pipeline.shred;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.stockpile.pipeline.columns.ShreddedRecord;
import io.stockpile.pipeline.json.Restored;
import io.stockpile.schemas.FieldType;
import io.stockpile.schemas.Primitive;
import io.stockpile.schemas.TableSchema;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Checks that the columns of a record and its {@code extra} together have every value of the line,
 * each at its place, and no other value. For lines without repeated keys.
 */
public final class Guarantee {
  private static final DateTimeFormatter TWITTER_TIME =
      DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss Z yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter TWITTER_DATE =
      DateTimeFormatter.ofPattern("MMM dd HH:mm:ss Z yyyy", Locale.ENGLISH);

  private final TableSchema table;
  private final SourcePlaces places;
  private final String root;
  private Map<String, Object> columns;
  private JsonNode line;
  private JsonNode extra;

  public Guarantee(TableSchema table, String format) {
    this.table = table;
    places = new SourcePlaces(table, format);
    root = table.formats().get(format).root();
  }

  void check(JsonNode line, ShreddedRecord record) {
    check(line, RecordTree.of(table, record));
  }

  /**
   * Checks one record.
   *
   * @param row the values of the columns: null, Boolean, Long, Double, String, Map by member, List
   */
  public void check(JsonNode line, Map<String, Object> row) {
    this.line = line;
    columns = row;
    Object text = columns.get("extra");
    extra = text == null ? MissingNode.getInstance() : Restored.from((String) text);
    find(line, "", List.of());
    if (!extra.isMissingNode()) {
      onlyFromLine(extra, "", List.of());
    }
    places.targets().forEach((place, target) -> nothingInvented(target));
  }

  /**
   * Looks for the values below a node.
   *
   * @param place the place of the node, without positions in lists
   * @param positions the positions in the lists on the way to the node
   */
  private void find(JsonNode node, String place, List<Integer> positions) {
    if (node.isNull() || isInExtra(node, place, positions) || isColumn(node, place, positions)) {
      return;
    }
    if (node.isObject() && !node.isEmpty()) {
      node.properties()
          .forEach(
              member ->
                  find(
                      member.getValue(),
                      place.isEmpty() ? member.getKey() : place + "." + member.getKey(),
                      positions));
    } else if (node.isArray() && !node.isEmpty()) {
      assertThat(sizeOfColumn(place, positions)).as(place).isEqualTo(node.size());
      for (int index = 0; index < node.size(); index++) {
        find(node.get(index), place + "[]", append(positions, index));
      }
    } else {
      fail("%s %s = %s is lost of %s; columns %s", place, positions, node, line, columns);
    }
  }

  private int sizeOfColumn(String place, List<Integer> positions) {
    SourcePlaces.Target target = places.targets().get(place + "[]");
    if (target == null) {
      return -1;
    }
    String list = target.column().substring(0, target.column().length() - 2);
    return column(list, positions) instanceof List<?> elements ? elements.size() : -1;
  }

  private boolean isInExtra(JsonNode node, String place, List<Integer> positions) {
    return at(extra, inExtra(place), positions).equals(node) && !extra.isMissingNode();
  }

  private String inExtra(String place) {
    if (root.isEmpty()) {
      return place;
    }
    return place.startsWith(root + ".")
        ? place.substring(root.length() + 1)
        : "$envelope" + (place.isEmpty() ? "" : ".") + place;
  }

  private boolean isColumn(JsonNode node, String place, List<Integer> positions) {
    SourcePlaces.Target target = places.targets().get(place);
    if (target != null
        && target.type() instanceof FieldType.Scalar scalar
        && gives(column(target.column(), positions), scalar.primitive(), target, node)) {
      return true;
    }
    if (node.isArray() && node.isEmpty()) {
      return sizeOfColumn(place, positions) == 0;
    }
    if (node.isObject() && node.isEmpty()) {
      String group = places.groups().get(place);
      return place.isEmpty()
          || place.equals(root)
          || (group != null && column(group, positions) != null)
          || (target != null && column(target.column(), positions) instanceof Map);
    }
    return false;
  }

  private static boolean gives(
      Object column, Primitive type, SourcePlaces.Target target, JsonNode node) {
    if (column == null) {
      return false;
    }
    return switch (target.source().converter()) {
      case NONE -> gives(column, type, node);
      case TAIL_ID, ANY_ID -> false;
      case DIGITS -> node.isTextual() && node.textValue().equals(column.toString());
      case EPOCH_MS ->
          node.isTextual()
              && ((long) column % 1000 == 0
                      && node.textValue().equals(Long.toString((long) column / 1000))
                  || (node.textValue().endsWith("Z") && gives(column, type, node)));
      case TWITTER_TIME ->
          node.isTextual() && node.textValue().equals(TWITTER_TIME.format(utc((long) column)));
    };
  }

  private static boolean gives(Object column, Primitive type, JsonNode node) {
    return switch (type) {
      case BOOLEAN -> node.isBoolean() && node.booleanValue() == (boolean) column;
      case INT64 ->
          node.isIntegralNumber()
              && node.bigIntegerValue().equals(BigInteger.valueOf((long) column));
      case DOUBLE -> node.isNumber() && node.doubleValue() == (double) column;
      case STRING -> node.isTextual() && node.textValue().equals(column);
      case JSON -> Restored.from((String) column).equals(node);
      case DATE ->
          node.isTextual() && LocalDate.parse(node.textValue()).toEpochDay() == (long) column;
      case TIMESTAMP ->
          node.isTextual()
              && node.textValue().endsWith("Z")
              && micros(Instant.parse(node.textValue())) == (long) column;
      case BINARY -> false;
    };
  }

  private void onlyFromLine(JsonNode node, String place, List<Integer> positions) {
    JsonNode source = at(line, fromExtra(place), positions);
    if (node.equals(source)) {
      return;
    }
    if (node.isObject()) {
      node.properties()
          .forEach(
              member ->
                  onlyFromLine(
                      member.getValue(),
                      place.isEmpty() ? member.getKey() : place + "." + member.getKey(),
                      positions));
    } else if (node.isArray() && source.isArray()) {
      for (int index = 0; index < node.size(); index++) {
        onlyFromLine(node.get(index), place + "[]", append(positions, index));
      }
    } else {
      fail("extra has %s %s = %s, the line %s", place, positions, node, line);
    }
  }

  private String fromExtra(String place) {
    if (root.isEmpty()) {
      return place;
    }
    if (place.startsWith("$envelope")) {
      return place.substring(Math.min(place.length(), "$envelope.".length()));
    }
    return place.isEmpty() ? root : root + "." + place;
  }

  /** Checks that every value of a column is at one of the column's places in the line. */
  private void nothingInvented(SourcePlaces.Target target) {
    if (!(target.type() instanceof FieldType.Scalar scalar)) {
      return;
    }
    List<String> sources = new ArrayList<>();
    places
        .targets()
        .forEach(
            (place, other) -> {
              if (other.column().equals(target.column())) {
                sources.add(place);
              }
            });
    for (Placed placed : values(target.column())) {
      boolean known =
          sources.stream()
              .anyMatch(
                  place -> means(placed, scalar.primitive(), places.targets().get(place), place));
      assertThat(known).as("%s = %s of %s", target.column(), placed, line).isTrue();
    }
  }

  private boolean means(Placed placed, Primitive type, SourcePlaces.Target target, String place) {
    try {
      return meansIfSound(placed, type, target, place);
    } catch (DateTimeException e) {
      return false;
    }
  }

  private boolean meansIfSound(
      Placed placed, Primitive type, SourcePlaces.Target target, String place) {
    JsonNode source = at(line, place, placed.positions());
    String text = source.asText();
    switch (target.source().converter()) {
      case TAIL_ID:
        return source.isTextual() && text.matches(".*[:/]0*" + placed.value());
      case DIGITS:
        return text.equals(placed.value().toString());
      case ANY_ID:
        return source.isNumber()
            ? source.decimalValue().compareTo(BigDecimal.valueOf((long) placed.value())) == 0
            : text.matches("(.*[:/]0*)?" + placed.value());
      case EPOCH_MS:
        if (text.matches("-?\\d{1,15}")) {
          return Long.parseLong(text) * 1000 == (long) placed.value();
        }
        break;
      case TWITTER_TIME:
        return source.isTextual() && micros(twitterTime(text)) == (long) placed.value();
      case NONE:
        break;
    }
    if (type == Primitive.TIMESTAMP && source.isTextual()) {
      String iso = source.textValue().replaceAll("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
      return micros(OffsetDateTime.parse(iso).toInstant()) == (long) placed.value();
    }
    return !source.isMissingNode() && gives(placed.value(), type, target, source);
  }

  private record Placed(List<Integer> positions, Object value) {}

  private List<Placed> values(String column) {
    List<Placed> found = new ArrayList<>();
    collect(columns, List.of(column.split("\\.")), List.of(), found);
    return found;
  }

  private static void collect(
      Object value, List<String> path, List<Integer> positions, List<Placed> found) {
    if (value == null) {
      return;
    }
    if (path.isEmpty()) {
      found.add(new Placed(positions, value));
      return;
    }
    String name = path.get(0);
    List<String> rest = path.subList(1, path.size());
    Object member = ((Map<?, ?>) value).get(name.replace("[]", ""));
    if (!name.endsWith("[]")) {
      collect(member, rest, positions, found);
    } else if (member instanceof List<?> elements) {
      for (int index = 0; index < elements.size(); index++) {
        collect(elements.get(index), rest, append(positions, index), found);
      }
    }
  }

  private Object column(String column, List<Integer> positions) {
    Object value = columns;
    int depth = 0;
    for (String name : column.split("\\.")) {
      if (!(value instanceof Map<?, ?> members)) {
        return null;
      }
      value = members.get(name.replace("[]", ""));
      if (name.endsWith("[]")) {
        int index = depth < positions.size() ? positions.get(depth++) : -1;
        boolean there = value instanceof List<?> list && index >= 0 && index < list.size();
        value = there ? ((List<?>) value).get(index) : null;
      }
    }
    return value;
  }

  private static JsonNode at(JsonNode tree, String place, List<Integer> positions) {
    JsonNode node = tree;
    int depth = 0;
    if (place.isEmpty()) {
      return node;
    }
    for (String name : place.split("\\.")) {
      String plain = name;
      int lists = 0;
      while (plain.endsWith("[]")) {
        plain = plain.substring(0, plain.length() - 2);
        lists++;
      }
      node = node.path(plain);
      for (int list = 0; list < lists; list++) {
        node = node.path(positions.get(depth++));
      }
    }
    return node;
  }

  /** Parses the text without the day of the week, which may be wrong. */
  private static Instant twitterTime(String text) {
    return OffsetDateTime.parse(text.replaceFirst("^... ", ""), TWITTER_DATE).toInstant();
  }

  private static OffsetDateTime utc(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  private static List<Integer> append(List<Integer> positions, int index) {
    List<Integer> longer = new ArrayList<>(positions);
    longer.add(index);
    return longer;
  }
}
