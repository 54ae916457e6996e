package io.stockpile.bench.job;

import io.stockpile.bench.data.DataFiles;
import io.stockpile.bench.data.Shape;
import java.util.List;

/** Where an archive has records of a kind, and how its commands are told of them. */
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

  /** The keys of all that was landed of a unit begin with it. */
  String landing(String unit) {
    return "_landing/" + path + "/" + unit;
  }

  /** The key of a unit's landed object, or with {@code *} those of all. */
  String landed(String unit) {
    return landing(unit) + ending;
  }

  String manifest(String unit) {
    return "_manifests/" + path + "/" + unit + ".json";
  }

  /** The service's word for it. */
  String type() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** What tells commands to work on these alone. */
  List<String> options() {
    return List.of(option);
  }
}
