package bookform.booking;

import java.util.Optional;

/**
 * What a signed-in client says of themselves.
 *
 * @param phone E.164
 * @param login what they sign in with beside the phone; the phone when no e-mail address signs them in
 * @param email empty when not given
 * @param avatar address of a picture
 * @param emailProved the address is known to be theirs; false for none
 * @param hasPassword whether a change of the password asks for the present one; true where the booking system does not say
 */
public record ClientProfile(long id, String name, String phone, String login, String email, boolean emailProved,
        Optional<String> avatar, boolean hasPassword) {
    /** Names no one. */
    @Override
    public String toString() {
        return "ClientProfile[" + id + "]";
    }
}
