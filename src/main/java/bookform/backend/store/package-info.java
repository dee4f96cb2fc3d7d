/**
 * Where the backend keeps things: one database, the SQL in plain sight, one class per family of tables.
 *
 * <p>Everything is written by one {@link bookform.backend.store.Writer} thread and read through a few connections that cannot write.
 * {@link bookform.backend.store.Tables} is what a transaction sees.
 */
package bookform.backend.store;
