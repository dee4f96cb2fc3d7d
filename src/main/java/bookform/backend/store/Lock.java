package bookform.backend.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Something that one transaction decides about at a time, whichever instance of the application it comes from. Rows that do not exist
 * yet cannot be locked, so locks have names instead.
 */
public record Lock(String name) {
    /** The time of a team member: for whoever books, moves or brings in appointments. */
    public static Lock teamMember(long location, long teamMember) {
        return new Lock("team member " + location + " " + teamMember);
    }

    /** The time of all instances of a resource: for whoever takes one, or another one. */
    public static Lock resource(long location, long resource) {
        return new Lock("resource " + location + " " + resource);
    }

    /** The seats of an event: for whoever books some. To be taken last: many wait for it. */
    public static Lock event(long location, long event) {
        return new Lock("event " + location + " " + event);
    }

    /** One appointment: for whoever changes it. To be held before the time of team members and resources. */
    public static Lock appointment(long location, long appointment) {
        return new Lock("appointment " + location + " " + appointment);
    }

    /** A phone, its codes and its account: for whoever sends, tries or uses a code, or gives the phone to somebody. */
    public static Lock phone(String phone) {
        return new Lock("phone " + phone);
    }

    /** The reminders that are due: for whoever takes some to send. */
    public static Lock reminders() {
        return new Lock("reminders");
    }

    /** The visits whose clients are to be asked how it was: for whoever takes some to ask. */
    public static Lock reviewLinks() {
        return new Lock("review links");
    }

    /** What all codes together may cost: for whoever sends one. */
    public static Lock codes() {
        return new Lock("codes");
    }

    /** The sessions of an account and what it is kept by: for whoever signs in or changes it. */
    public static Lock account(long account) {
        return new Lock("account " + account);
    }

    /** A login, or an address that somebody tries logins from: for whoever tries one. */
    public static Lock login(String login) {
        return new Lock("login " + login);
    }

    /** The key of a visit: for whoever books under it. */
    public static Lock key(long location, String key) {
        return new Lock("key " + location + " " + key);
    }

    /** A text that instances share: for whoever changes it. */
    public static Lock text(String name) {
        return new Lock("text " + name);
    }

    /** What the database knows the lock by. Two names may share a number: then one waits for the other without need. */
    long number() {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8))).getLong();
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
