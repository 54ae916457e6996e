/**
 * Invented records in the forms in which services have them: the lines of a day's file, the
 * activities of a minute, the pages of a stream, which may be spoiled.
 */
package io.stockpile.simulated.data;
