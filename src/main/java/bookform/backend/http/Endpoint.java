package bookform.backend.http;

/** What is done when an operation is called. */
@FunctionalInterface
interface Endpoint {
    /**
     * @throws Refusal for what is wrong with the call
     * @throws bookform.booking.BookingRefused for what the engine refuses
     */
    Answer answer(Call call);
}
