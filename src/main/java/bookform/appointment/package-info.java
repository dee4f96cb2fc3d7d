/**
 * What clients do with an appointment of theirs: cancel it, move it, book the same again. How they have shown that it is theirs, and what
 * surrounds the pages, is up to those who use this: {@link bookform.appointment.OpenAppointment}.
 */
package bookform.appointment;
