/** Pages where clients meet their own appointments: signing in, the list, one of them, and who else is signed in. Never in a frame. */
package bookform.cabinet;
