/** What the archive holds, and so what there is to do. */
package io.stockpile.pipeline.inventory;
