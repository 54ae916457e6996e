/** The tables of the archive in a catalog that other engines read, held to what manifests prove. */
package io.stockpile.pipeline.catalog;
