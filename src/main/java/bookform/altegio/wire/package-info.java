/**
 * The JSON of the Altegio REST API as records: written by our server, read by our client. The only place with the words of the wire
 * (company, staff, seance, record …); section numbers in the comments are those of altegio-api.md.
 *
 * <p>Conventions: a component that is {@link java.util.Optional} may be {@code null} or {@code []} on the wire; all others are always
 * there. Names are in snake case; an annotation says where one differs. Fields of features that we do not have are methods with a fixed
 * answer: they are written, and ignored when read.
 */
package bookform.altegio.wire;
