package io.stockpile.pipeline.run;

import io.stockpile.pipeline.unit.UnitWork;
import java.io.Serializable;
import java.util.List;

/** The units that a worker takes at a time: the element of the pipelines. */
record UnitBatch(List<UnitWork> units) implements Serializable {
  UnitBatch {
    units = List.copyOf(units);
  }
}
