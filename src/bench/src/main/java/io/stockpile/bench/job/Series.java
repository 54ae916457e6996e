package io.stockpile.bench.job;

import io.stockpile.bench.data.DataFiles;
import io.stockpile.bench.data.Shape;
import java.util.List;

/**
 * The series of an archive that has the records of one kind: its keys, and how commands are told to
 * work on it alone.
 */
enum Series {
  MESSAGES("firestream/message", ".gz", "--fileTypes=message"),
  ACTIVITIES("firestream/activity", ".gz", "--fileTypes=activity"),
  TWEETS(DataFiles.REPLAY_SERIES, "/1.json.gz", "--sources=replay");

  private final String path;
  private final String ending;
  private final String option;

  Series(String path, String ending, String option) {
    this.path = path;
    this.ending = ending;
    this.option = option;
  }

  static Series of(Shape shape) {
    return switch (shape) {
      case BARE, ENVELOPE -> MESSAGES;
      case ACTIVITIES -> ACTIVITIES;
      case TWEETS -> TWEETS;
    };
  }

  /** The prefix of the keys of everything that was landed of a unit. */
  String landing(String unit) {
    return "_landing/" + path + "/" + unit;
  }

  /**
   * The key of a unit's landed object. With {@code *} as the unit, a glob for the landed objects of
   * all units.
   */
  String landed(String unit) {
    return landing(unit) + ending;
  }

  String manifest(String unit) {
    return "_manifests/" + path + "/" + unit + ".json";
  }

  /** The service's name for this kind of record. */
  String type() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The options that limit a command to this series. */
  List<String> options() {
    return List.of(option);
  }
}
