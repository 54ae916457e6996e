package io.stockpile.bench.peer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A type of DuckDB. */
public sealed interface SqlType {
  /** The type of a single value, for example {@code BIGINT}. */
  record Scalar(String sql) implements SqlType {}

  /** The type of a list. */
  record ListOf(SqlType element) implements SqlType {
    @Override
    public String sql() {
      return element.sql() + "[]";
    }
  }

  /** The type of a group of named members. */
  record Struct(List<Member> members) implements SqlType {
    public Struct {
      members = List.copyOf(members);
    }

    @Override
    public String sql() {
      return members.stream()
          .map(member -> "\"" + member.name() + "\" " + member.type().sql())
          .collect(Collectors.joining(", ", "STRUCT(", ")"));
    }

    /** The members in the form of the argument {@code columns} of {@code read_json}. */
    String columns() {
      return members.stream()
          .map(member -> "\"" + member.name() + "\": " + quoted(member.type().sql()))
          .collect(Collectors.joining(", ", "{", "}"));
    }

    /**
     * The compared values of the group, one for each leaf. A leaf inside a list of groups is a
     * list.
     */
    List<ComparedValue> leaves() {
      List<ComparedValue> leaves = new ArrayList<>();
      for (Member member : members) {
        collect(member.name(), "\"" + member.name() + "\"", member.type(), leaves);
      }
      return leaves;
    }
  }

  /** A member of a group. */
  record Member(String name, SqlType type) {}

  /** The type as it is written in SQL. */
  String sql();

  static Member member(String name, SqlType type) {
    return new Member(name, type);
  }

  static Member member(String name, String scalar) {
    return new Member(name, new Scalar(scalar));
  }

  /** Members of the type VARCHAR. */
  static List<Member> texts(String... names) {
    return List.of(names).stream().map(name -> member(name, "VARCHAR")).toList();
  }

  static Struct struct(Member... members) {
    return new Struct(List.of(members));
  }

  static ListOf listOf(SqlType element) {
    return new ListOf(element);
  }

  static ListOf listOf(String scalar) {
    return new ListOf(new Scalar(scalar));
  }

  /** The text as an SQL literal. */
  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static void collect(String name, String sql, SqlType type, List<ComparedValue> leaves) {
    if (type instanceof Struct struct) {
      for (Member member : struct.members()) {
        collect(
            name + "." + member.name(), sql + ".\"" + member.name() + "\"", member.type(), leaves);
      }
    } else if (type instanceof ListOf list && list.element() instanceof Struct struct) {
      List<ComparedValue> inner = new ArrayList<>();
      for (Member member : struct.members()) {
        collect(name + "." + member.name(), "e.\"" + member.name() + "\"", member.type(), inner);
      }
      for (ComparedValue leaf : inner) {
        String each = "list_transform(" + sql + ", lambda e: " + leaf.inPeer() + ")";
        leaves.add(new ComparedValue(leaf.name(), each, each));
      }
    } else {
      // Microseconds are the same for an instant with and without a time zone.
      String value = type.sql().equals("TIMESTAMP") ? "epoch_us(" + sql + ")" : sql;
      leaves.add(new ComparedValue(name, value, value));
    }
  }
}
