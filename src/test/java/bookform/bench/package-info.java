/** What the application costs, beside what the same machine can do at best. Run by hand; nothing here fails a build for being slow. */
package bookform.bench;
