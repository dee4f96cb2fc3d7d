/** Passwords: how they are kept and which are refused. Knows neither clients nor the database. */
package bookform.backend.account;
