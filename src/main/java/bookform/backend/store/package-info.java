/**
 * Where the backend keeps things: one database, the SQL in plain sight, one class per family of tables.
 *
 * <p>{@link bookform.backend.store.Store} is the one door, {@link bookform.backend.store.Tables} what a transaction sees. Behind the
 * door stands an {@link bookform.backend.store.Engine}: SQLite with one writer, or PostgreSQL with many, who lock what they decide on.
 * The SQL is the same but for a {@link bookform.backend.store.Dialect}.
 */
package bookform.backend.store;
