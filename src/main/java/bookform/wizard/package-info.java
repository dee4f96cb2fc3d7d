/**
 * The public booking steps. One request, told once: {@link bookform.wizard.Selection} is read from the address,
 * {@link bookform.wizard.Walk} makes sure that every step before still holds, the step asks the port, its view says what to print.
 */
package bookform.wizard;
