/** What clients say of a visit afterwards: one page, opened by the token that came in a message or stands in the cabinet. */
package bookform.review;
