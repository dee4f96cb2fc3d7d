package bookform.web;

/**
 * Something to book and its price, as pages print them.
 *
 * @param price with its currency, or a range of two
 */
public record PricedLine(String title, String price) {}
