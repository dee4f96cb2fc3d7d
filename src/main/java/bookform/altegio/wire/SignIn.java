package bookform.altegio.wire;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/** Clients who sign in, and what they may say of themselves then (§5). */
public final class SignIn {
    private SignIn() {}

    /** With a password. */
    public record WithPassword(@JsonAlias("phone") String login, String password) {
        /** Keeps the secret. */
        @Override
        public String toString() {
            return "WithPassword[…]";
        }
    }

    /** With the code of {@code book_code}. */
    public record WithCode(@JsonAlias("login") String phone, @JsonAlias("password") String code) {
        /** Keeps the secret. */
        @Override
        public String toString() {
            return "WithCode[…]";
        }
    }

    /** The answer to {@link WithCode}. */
    public record Token(String userToken) {}

    /**
     * Who is signed in.
     *
     * @param tokenAgain the token once more under {@code "0"}, where the original has it so
     * @param avatar address of a picture; empty for none
     */
    public record User(@JsonProperty("0") @JsonInclude(Include.NON_ABSENT) Optional<String> tokenAgain, long id, String userToken,
            String name,
            String phone, String login, String email, String avatar) {}

    /** What is asked to change a profile; what is missing stays. The code is needed for another phone alone. */
    public record Change(Optional<String> name, Optional<String> email, Optional<String> phone, String confirmationCode) {}

    /** What is asked to change a password. */
    public record PasswordChange(String oldPassword, String newPassword) {
        /** Keeps the secrets. */
        @Override
        public String toString() {
            return "PasswordChange[…]";
        }
    }
}
