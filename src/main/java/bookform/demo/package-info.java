/** What exists in demo mode alone. */
package bookform.demo;
