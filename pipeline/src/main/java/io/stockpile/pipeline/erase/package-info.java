/**
 * Erases ids from one unit. All commands that build units use it, so that what was erased does not
 * come back.
 */
package io.stockpile.pipeline.erase;
