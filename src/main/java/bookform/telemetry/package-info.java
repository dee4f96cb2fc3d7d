/** What every package may say of itself while it runs: whose request it works for, events, counts and times. JDK only. */
package bookform.telemetry;
