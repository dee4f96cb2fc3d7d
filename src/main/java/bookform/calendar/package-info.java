/** A month of days and the times of one of them: how a time is chosen, to book and to move. */
package bookform.calendar;
