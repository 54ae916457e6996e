package io.stockpile.pipeline.shred;

import io.stockpile.schemas.FieldType;

/**
 * A scalar or list column. Exists only while a plan is compiled.
 *
 * @param leaf the index of its first leaf column
 * @param definition the definition level of its value; for a list, of an element that is not null
 * @param elements the columns of the elements of a list of groups; null for any other column
 */
record Column(
    ScopePlan scope, int slot, int leaf, int definition, FieldType type, ScopePlan elements) {}
