/** For whoever runs the application: what it does, how it is, and on which port to ask. Nothing that clients see. */
package bookform.operations;
