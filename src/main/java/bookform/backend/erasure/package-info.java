/** Forgetting people: one who asks for it, or all whose visits are long past. What the salon did stays, without whom it was for. */
package bookform.backend.erasure;
