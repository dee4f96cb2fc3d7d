/** Phone numbers as people write and read them; the JDK and libphonenumber only. */
package bookform.phones;
