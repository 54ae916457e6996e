package io.stockpile.pipeline.shred;

import io.stockpile.schemas.FieldType;

/**
 * A scalar or list column where a plan is compiled.
 *
 * @param leaf the first of its leaf columns
 * @param definition the level of its value; of a list that of an element which is not null
 * @param elements the columns of a list's objects; null unless it is a list of groups
 */
record Column(
    ScopePlan scope, int slot, int leaf, int definition, FieldType type, ScopePlan elements) {}
