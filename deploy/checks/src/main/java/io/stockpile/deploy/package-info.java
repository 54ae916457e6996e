/** Checks that every bundle runs on itself: its content, its licences, its bill of materials. */
package io.stockpile.deploy;
