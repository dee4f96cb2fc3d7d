/** E-mail by Jakarta Mail, which takes a while to load: nothing here is touched before there is a mail to send. */
package bookform.backend.mail;
