/** Booking forms on other sites: the script that a site loads, the page of embed codes, and the addresses of Altegio's widget. */
package bookform.widget;
