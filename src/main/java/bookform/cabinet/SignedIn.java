package bookform.cabinet;

/**
 * Who is signed in.
 *
 * @param token stands for the client at the port
 * @param client their number there; 0 when it was not told
 */
record SignedIn(String token, long client) {
    /** Keeps the token. */
    @Override
    public String toString() {
        return "SignedIn[" + client + "]";
    }
}
