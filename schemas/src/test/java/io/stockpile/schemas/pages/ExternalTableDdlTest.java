package io.stockpile.schemas.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.stockpile.schemas.Field;
import io.stockpile.schemas.FieldType;
import io.stockpile.schemas.TableSchema;
import io.stockpile.schemas.Tables;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The statements for engines that cannot be run here are parsed and compared with the schemas. */
class ExternalTableDdlTest {
  private static final Pattern HIVE_TEXT = Pattern.compile("'(\\\\.|[^'\\\\])*'");
  private static final Pattern BIGQUERY_TEXT = Pattern.compile("\"(\\\\.|[^\"\\\\])*\"");

  @ParameterizedTest
  @MethodSource("partitionedTables")
  void hiveDefinesEveryColumnOnceInOrder(TableSchema table) {
    String statement = statementFor(HiveDdl.tables(Tables.all()), HIVE_TEXT, table);

    assertThat(names(statement.substring(statement.indexOf('(')))).isEqualTo(expected(table));
    assertThat(statement).contains("STORED AS PARQUET", "PARTITIONED BY (`date` date COMMENT '')");
    assertBalanced(statement);
  }

  @ParameterizedTest
  @MethodSource("allTables")
  void bigQueryDefinesEveryColumnOnceInOrder(TableSchema table) {
    String statement = statementFor(BigQueryDdl.tables(Tables.all()), BIGQUERY_TEXT, table);

    assertThat(names(statement.substring(statement.indexOf('(')))).isEqualTo(expected(table));
    assertThat(statement).contains("format = \"\"", "uris = [\"\"]", "enable_list_inference");
    assertBalanced(statement);
  }

  @Test
  void typesAreNestedAsTheEnginesWriteThem() {
    TableSchema table =
        Tables.parse(
            """
            {"table": "t", "version": 1, "doc": "T.", "formats": {}, "columns": [
              {"id": 1, "name": "things", "type": "LIST", "doc": "It's \\"so\\"; yes.",
               "element": {"id": 2, "type": "GROUP", "fields": [
                {"id": 3, "name": "on", "type": "DATE", "doc": "D."},
                {"id": 4, "name": "tags", "type": "LIST", "doc": "E.", "element": {"id": 5, "type": "BINARY"}}]}}]}
            """);

    assertThat(BigQueryDdl.tables(List.of(table)))
        .contains(
            "`things` ARRAY<STRUCT<`on` DATE OPTIONS(description = \"D.\"), `tags` ARRAY<BYTES>"
                + " OPTIONS(description = \"E.\")>>"
                + " OPTIONS(description = \"It's \\\"so\\\"; yes.\")");
    assertThat(DuckDbDdl.tables(List.of(table)))
        .contains("\"things\" STRUCT(\"on\" DATE, \"tags\" BLOB[])[]")
        .contains("IS 'It''s \"so\"; yes.'");
  }

  @Test
  void hiveNestsAndQuotesInItsOwnWay() {
    String statement = withoutComments(HiveDdl.tables(Tables.all()));

    assertThat(statement)
        .contains("`prices` array<struct<`id`:bigint,`symbol`:string,`price`:string,")
        .contains("COMMENT 'The message\\'s id.")
        .contains("LOCATION 'ROOT/stocktwits/blocks/'");
    assertThat(HIVE_TEXT.matcher(statement).results().map(MatchResult::group))
        .noneMatch(text -> text.contains(";"));
  }

  @Test
  void enginesThatPassOverUnderscoresGetNoTableOfRejects() {
    assertThat(HiveDdl.tables(Tables.all())).doesNotContain("`rejected`");
    assertThat(BigQueryDdl.tables(Tables.all())).contains("ROOT/_rejected/*");
  }

  private static Stream<TableSchema> allTables() {
    return Tables.all().stream();
  }

  private static Stream<TableSchema> partitionedTables() {
    return Tables.all().stream().filter(TableLocation::isPartitioned);
  }

  /** The CREATE statement of the table, with an empty text in place of every text literal. */
  private static String statementFor(String script, Pattern literal, TableSchema table) {
    String quote = literal.pattern().substring(0, 1);
    String bare = literal.matcher(withoutComments(script)).replaceAll(quote + quote);
    List<String> found =
        Stream.of(bare.split(";", -1))
            .filter(statement -> statement.contains("EXTERNAL TABLE"))
            .filter(statement -> statement.contains("`.`" + lastName(table) + "` ("))
            .toList();
    assertThat(found).as(table.name()).hasSize(1);
    return found.get(0);
  }

  private static String withoutComments(String script) {
    return script.replaceAll("(?m)^--.*$", "");
  }

  private static String lastName(TableSchema table) {
    return table.name().substring(table.name().lastIndexOf('/') + 1);
  }

  private static List<String> names(String statement) {
    return Pattern.compile("`([^`]*)`").matcher(statement).results().map(m -> m.group(1)).toList();
  }

  private static List<String> expected(TableSchema table) {
    List<String> names = new ArrayList<>();
    collect(table.fields(), names);
    if (TableLocation.isPartitioned(table)) {
      names.add("date");
    }
    return names;
  }

  private static void collect(List<Field> fields, List<String> names) {
    for (Field field : fields) {
      names.add(field.name());
      FieldType inner =
          field.type() instanceof FieldType.ListOf list ? list.element() : field.type();
      if (inner instanceof FieldType.Group group) {
        collect(group.fields(), names);
      }
    }
  }

  private static void assertBalanced(String statement) {
    Deque<Character> open = new ArrayDeque<>();
    for (char c : statement.toCharArray()) {
      if ("(<[".indexOf(c) >= 0) {
        open.push(")>]".charAt("(<[".indexOf(c)));
      } else if (")>]".indexOf(c) >= 0) {
        assertThat(open.isEmpty() ? ' ' : open.pop()).as(statement).isEqualTo(c);
      }
    }
    assertThat(open).as(statement).isEmpty();
  }
}
