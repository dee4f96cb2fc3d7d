/**
 * The Altegio REST API at {@code /api/v1}, on our own engine. {@link bookform.backend.http.RestApi} is its table of contents; each
 * operation reads a {@link bookform.backend.http.Call} and returns an {@link bookform.backend.http.Answer}, and
 * {@link bookform.backend.http.Exchange} does for all of them what is always the same: who calls, how often, in which format, and what
 * to say when it fails.
 */
package bookform.backend.http;
