package io.stockpile.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaReaderTest {
  private static final String SCHEMA =
      """
      {"table": "things/seen", "version": 3, "doc": "Things.", "partition_column": "at",
       "formats": {"wrapped": {"root": "data", "by_name": true, "doc": "In an envelope."},
                   "flat": {"by_name": false, "doc": "Alone."}},
       "columns": [
        {"id": 1, "name": "id", "type": "INT64", "doc": "Id.", "sources": {"flat": ["key|tail_id"]}},
        {"id": 2, "name": "at", "type": "TIMESTAMP", "required": true, "doc": "When.",
         "sources": {"wrapped": ["/time"], "flat": ["time"]}},
        {"id": 3, "name": "owner", "type": "GROUP", "doc": "Whose.", "fields": [
          {"id": 4, "name": "name", "type": "STRING", "doc": "Name."}]},
        {"id": 5, "name": "parts", "type": "LIST", "doc": "Parts.",
         "element": {"id": 6, "type": "GROUP", "fields": [
          {"id": 7, "name": "tags", "type": "LIST", "doc": "Tags.", "element": {"id": 8, "type": "STRING"}}]}},
        {"id": 9, "name": "whole", "type": "JSON", "doc": "All.", "sources": {"wrapped": ["."]}},
        {"id": 10, "name": "line", "type": "INT64", "required": true, "computed": true, "doc": "Line."}],
       "retired": [{"id": 20, "name": "parts[].size", "type": "INT64", "until": 2, "doc": "It was text."}]}
      """;

  @Test
  void aValidFileIsReadInItsOrder() {
    TableSchema table = Tables.parse(SCHEMA);

    assertThat(table.name()).isEqualTo("things/seen");
    assertThat(table.version()).isEqualTo(3);
    assertThat(table.partitionColumn()).isEqualTo("at");
    assertThat(table.formats().keySet()).containsExactly("wrapped", "flat");
    assertThat(table.formats().get("wrapped"))
        .isEqualTo(new TableSchema.Format("data", true, "In an envelope."));
    assertThat(table.fields())
        .extracting(Field::name)
        .containsExactly("id", "at", "owner", "parts", "whole", "line");
    assertThat(table.retired())
        .containsExactly(
            new TableSchema.Retired(20, "parts[].size", Primitive.INT64, 2, "It was text."));
  }

  /** Each case breaks the valid file at one place. */
  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '~',
      textBlock =
          """
          "version": 3 => "version": 3, "colour": "red" => unknown key 'colour'
          "doc": "Id." => "doc": "Id.", "nullable": true => unknown key 'nullable'
          "doc": "Alone." => "doc": "Alone.", "rot": "x" => unknown key 'rot'
          "element": {"id": 8 => "element": {"name": "x", "id": 8 => unknown key 'name'
          "version": 3 => "version": 0 => version must be above 0
          "version": 3 => "version": "3" => 'version' must be a whole number
          "version": 3, => "" => 'version' is missing
          "doc": "Things." => "doc": " " => the table has no doc
          "doc": "Alone." => "doc": "" => the format has no doc
          "doc": "Name." => "doc": "" => owner.name: the doc is empty
          "things/seen" => "Things Seen" => name must be in snake_case
          "name": "owner" => "name": "theOwner" => name must be in snake_case
          "name": "owner" => "name": "id" => the name stands there twice
          {"id": 4, => {"id": 0, => the field id must be above 0
          {"id": 4, => {"id": 1, => the field id 1 is taken
          "element": {"id": 8 => "element": {"id": 7 => the field id 7 is taken
          "partition_column": "at" => "partition_column": "on" => is not among the columns
          "partition_column": "at" => "partition_column": "id" => must be a TIMESTAMP that is required
          "partition_column": "at" => "partition_column": "line" => must be a TIMESTAMP that is required
          "doc": "Name." => "doc": "Name.", "required": true => only a top-level column can be required
          "doc": "Name." => "doc": "Name.", "computed": true => only a top-level column can be computed
          "doc": "Parts." => "doc": "Parts.", "required": true => only a scalar can be required
          "doc": "Line." => "doc": "Line.", "sources": {"flat": ["n"]} => a computed column has no sources
          "doc": "Whose." => "doc": "Whose.", "sources": {"flat": ["o"]} => a group has no sources
          "type": "JSON" => "type": "XML" => unknown type 'XML'
          "type": "JSON" => "type": "STRING" => only a JSON column can take the record itself
          "flat": ["time"] => "flat": [] => required, but has no source in the format flat
          "flat": ["key|tail_id"] => "legacy": ["key"] => names the format 'legacy'
          "flat": ["key|tail_id"] => "flat": ["key|upper"] => names the converter 'upper'
          "flat": ["key|tail_id"] => "flat": ["a..b"] => empty member name
          "flat": ["key|tail_id"] => "flat": ["time"] => is claimed by [id] as well
          "flat": ["key|tail_id"] => "flat": ["time.zone"] => lies inside the value that [at] takes
          "flat": ["time"] => "flat": ["time|tail_id"] => the column is no INT64
          "flat": ["key|tail_id"] => "flat": ["key|epoch_ms"] => the column is no TIMESTAMP
          "by_name": false => "by_name": false, "base": "bare" => the format's base 'bare' is not among the formats
          "doc": "Tags." => "doc": "Tags.", "sources": {"wrapped": ["/t"]} => leaves the list's element
          {"id": 8, "type": "STRING"} => {"id": 8, "type": "LIST", "element": {"id": 11, "type": "STRING"}} => a list of lists
          "by_name": false => "by_name": "no" => must be true or false
          {"id": 20, => {"id": 7, => parts[].size: the field id 7 is taken
          "parts[].size" => "parts[].tags" => name is taken by another column
          "until": 2 => "until": 3 => a version before this one
          "It was text." => " " => parts[].size: the doc is empty
          "doc": "It was text." => "doc": "x", "why": "y" => unknown key 'why'
          {"table" => {"table": "a", "table" => is not JSON
          """)
  void whatIsWrongIsRefusedAndSaid(String from, String to, String message) {
    assertThat(SCHEMA).contains(from);
    String broken = SCHEMA.replace(from, to.equals("\"\"") ? "" : to);

    assertThatThrownBy(() -> Tables.parse(broken))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aJsonColumnMayLieOverOtherSources() {
    assertThat(Tables.parse(SCHEMA).bindings("wrapped"))
        .extracting(binding -> String.join(".", binding.column()))
        .containsExactly("id", "at", "owner.name", "parts", "parts.tags", "whole");
  }
}
