/**
 * What a business sets up, once: its location, services, team and booking forms, as values, as a file to import and export, and as
 * the demo location that everybody knows.
 */
package bookform.backend.setup;
