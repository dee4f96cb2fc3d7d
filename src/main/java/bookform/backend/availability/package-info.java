/**
 * When somebody is free: ranges of time and the arithmetic on them. Pure, without I/O; the clock, the working hours and the busy time
 * come in as arguments.
 */
package bookform.backend.availability;
