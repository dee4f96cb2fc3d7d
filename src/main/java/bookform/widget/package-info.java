/** Booking forms on somebody's site: the script that a site loads. */
package bookform.widget;
