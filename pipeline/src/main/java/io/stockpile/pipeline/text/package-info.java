/** Numbers, tables and failures as people read them. */
package io.stockpile.pipeline.text;
